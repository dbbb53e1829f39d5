# SPDX-License-Identifier: Apache-2.0
"""Figures and cells of a form: how they are rounded, and what a printed text means."""
import re
from fractions import Fraction

LIMIT = Fraction(2 ** 63 - 1, 10 ** 6)
POINTS_MAX = 10 ** 6


# Rounding and figures

def round_to(value, places, mode='half-up'):
    scaled = abs(value) * 10 ** places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    if mode == 'half-up' and twice >= 0 or mode == 'half-even' and (twice > 0 or twice == 0 and whole % 2):
        whole += 1
    return Fraction(whole if value >= 0 else -whole, 10 ** places)


NUMBER = re.compile(r'[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?', re.ASCII)


def parse_number(text):
    """(value, printed decimals), or None for what is no number that can be held. Decimals behind the twelfth are left
    out; a number of which six places hold less than three digits is none that can be held."""
    match = NUMBER.fullmatch(text)
    if not match:
        return None
    value = Fraction(text.replace(',', ''))
    if not is_held(value) and abs(value) < Fraction(1, 10 ** 4) or abs(hold(value)) > LIMIT:
        return None
    return round_to(value, 12, 'truncate'), len(match.group(1) or '')


def is_held(value):
    return (value * 10 ** 6).denominator == 1


def hold(value):
    """A value as it is reckoned with: at six places."""
    return round_to(value, 6)


# Cells

def cell(text):
    """The printed text without white space at its ends; None for a cell that the form has not."""
    return None if text is None else text.strip(' \t\r\n')


def plain(text):
    """A text as it is compared: full-width letters and digits made narrow, no spaces."""
    narrow = ''.join(chr(ord(sign) - 0xFEE0) if '！' <= sign <= '～' else sign for sign in text)
    return ''.join(sign for sign in narrow if sign not in ' \t\r\n\u3000\u00a0')


BEFORE = [('at-least', '≥ ≧ >= 不低于 不少于 大于等于'), ('at-most', '≤ ≦ <= 不超过 不高于 不多于 不大于 小于等于'),
          ('above', '> 大于 超过 高于'), ('below', '< 小于 少于 低于'), ('equal', '= 等于')]
BEHIND = [('at-least', '及以上 以上'), ('at-most', '以内 以下')]
TIMES = '个工作日 工作日 天 日 小时 分钟 个月 年'.split()
VALUE = re.compile(r'([+-]?[\d,]+(?:\.\d+)*)(.*)', re.ASCII | re.DOTALL)


class Value:
    def __init__(self, kind, number=None, relation=None, unit='', unit_kind=None, scale=1, bare=False):
        self.kind, self.number, self.relation = kind, number, relation
        self.unit, self.unit_kind, self.scale, self.bare, self.lent = unit, unit_kind, scale, bare, False
        self.keep(number)

    def keep(self, number):
        """The number behind its unit, exact and as it is reckoned with."""
        self.printed, self.number = number, None if number is None else hold(number)
        self.rounded = self.number != self.printed

    @property
    def countable(self):
        return self.kind in ('number', 'zero-word')


def take_relation(text):
    """The operator of a text and what is left; the one in front wins."""
    front = longest(BEFORE, text.startswith)
    if front:
        text = text[len(front[1]):]
    behind = longest(BEHIND, text.endswith) if text and text[0] in '+-0123456789' else None
    if behind:
        text = text[:-len(behind[1])]
    return (front or behind or (None,))[0], text


def longest(table, fits):
    found = [(len(word), name, word) for name, words in table for word in words.split() if fits(word)]
    return max(found)[1:] if found else None


def read_unit(words):
    """(scale, unit, kind) of the words behind a number."""
    scale = 1
    for sign, factor in (('万', 10 ** 4), ('亿', 10 ** 8)):
        if words.startswith(sign):
            scale, words = factor, words[1:]
    if words == '元':
        return scale, words, 'money'
    if words in ('%', '‰'):
        return (Fraction(1, 10) if words == '‰' else scale), words, 'percent'
    if words in TIMES:
        return scale, words, 'time'
    return scale, words, 'count' if words else None


def read_rank(place):
    return Value('rank', place, unit='名', unit_kind='count') if place > 0 else Value('words')


MARKS = r'[ \-_/\\.,;:?*~\'"()\[\]<>=Xx·×‐–—―‘’“”…≤≥≦≧□、。【】]'
UNITS = '|'.join(['[万亿]?元', '[千百]万元', '千元', '万亿?', '亿', '%', '‰', *TIMES, '元整', '自然日', '个自然日', '个小时', '秒',
                  '秒钟', '周', '个季度', '个年度'])
PATTERN = re.compile(f'{MARKS}*(?:{UNITS})|{MARKS}+(?:[个人次件名]?)')
PUT_OFF = ('待定 待填 待填写 待补充 待统计 待确定 待测算 未填 未填写 未填报 暂无 暂缺 暂无数据 无数据 不适用 '
           'N/A n/a NA TBD null NULL None').split()


def says_nothing(words):
    """A pattern that was not filled in, or words for that there is no entry."""
    if words in ('×', 'X', 'x'):
        return False
    operator = max((word for _, group in BEFORE for word in group.split() if words.startswith(word)), key=len,
                   default=words[0] if words[0] in '前第' else '')
    rest = words[len(operator):]
    if operator and operator[0] not in '<>=≤≥≦≧' and not re.match(MARKS, rest):
        return False
    return words in PUT_OFF or not rest or PATTERN.fullmatch(rest) is not None


def read_value(text):
    if text is None or re.fullmatch(r'—{0,2}|--?|[–－/／]', text):
        return Value('none')
    words = plain(text)
    if says_nothing(words):
        return Value('none')
    if re.fullmatch(r'(#.*[!?#A]|Err:.*)', words[1:] if words[:1] in '≥≤' else words):
        return Value('unreadable')
    if words in ('无', '零', '没有'):
        return Value('zero-word', Fraction(0))
    rank = re.fullmatch(r'(?:前(\d+)|第(\d+)名)', words.removesuffix('名') if words[0] == '前' else words, re.ASCII)
    if rank:
        return read_rank(Fraction(rank.group(1) or rank.group(2)))
    relation, rest = take_relation(words)
    if rest in ('∞', 'NaN') or re.fullmatch(r'[\d.]+[eE^]\d+', rest, re.ASCII):
        return Value('unreadable')
    match = VALUE.fullmatch(rest)
    if not match:
        return Value('words')
    digits, behind = match.groups()
    if re.search(r'[\d/~-]', behind) or behind.startswith('月') or re.match(r'(19|20)\d\d年', rest, re.ASCII):
        return Value('words')
    number = parse_number(digits)
    if number is None:
        return Value('unreadable')
    scale, unit, kind = read_unit(behind)
    value = number[0] * scale
    if abs(value) > LIMIT or scale < 1 and not is_held(value):
        return Value('unreadable')
    return Value('number', value, relation, unit, kind, scale, bare=not behind)


def read_target(row):
    """The adjusted target where there is one, else the target; operator and unit of their own cells fill in."""
    adjusted = read_value(row['adjusted'])
    value = adjusted if adjusted.kind != 'none' else read_value(row['target'])
    if value.kind == 'number':
        if value.relation is None and row['relation']:
            value.relation = take_relation(plain(row['relation']) + '0')[0]
        if value.bare and row['unit']:
            lend_unit(value, *read_unit(plain(row['unit'])))
    return value


def lend_unit(value, scale, unit, kind):
    """Reads a bare number as if it stood before this unit."""
    value.scale, value.unit, value.unit_kind, value.bare = scale, unit, kind, False
    value.keep(value.printed * scale)
    if abs(value.number) > LIMIT or scale < 1 and value.rounded:
        value.kind = 'unreadable'


def comparable(one, other):
    if one.unit_kind is None or other.unit_kind is None:
        return True
    if one.unit_kind != other.unit_kind:
        return False
    same = lambda unit: unit.removeprefix('个').replace('日', '天') if unit in ('日', '天') else unit.removeprefix('个')
    return one.unit_kind != 'time' or same(one.unit) == same(other.unit)


def read_points(text):
    """(points, printed decimals) of a weight or a score; None for what is none."""
    number = parse_number(plain(text or '').removesuffix('分'))
    return (hold(number[0]), number[1]) if number and 0 <= hold(number[0]) <= POINTS_MAX else None


def read_money(text, scale):
    number = parse_number(plain(text or ''))
    return hold(number[0] * scale) if number and abs(number[0] * scale) <= LIMIT else None
