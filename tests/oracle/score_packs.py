# SPDX-License-Identifier: Apache-2.0
"""Rule packs that between them use every value of every rule. Each is the regional pack with some values changed, so
that what is not mentioned here is what it is there."""
import xml.etree.ElementTree as tree

RULES = 'urn:fuhe:rules:1'
TIERS = [('3', '50'), ('1.5', '12.5')]

# Packs of the tests that stand as they are.
OTHERS = ('tests/rules/good/scale-60/pack.xml', 'tests/rules/good/scale-50/pack.xml')

# rule, attribute, value; an element to add: rule, tag, attributes
VARIANTS = {
    'inverse': [('number-less', 'method', 'inverse'), ('cost', 'method', 'ceiling'), ('claim', 'accept', 'exact'),
                ('claim', 'raise', 'no'), ('duplicates', 'mode', 'keep'), ('deviation', 'base', 'verified'),
                ('execution', 'method', 'linear'), ('rounding', 'item-mode', 'half-even'),
                ('rounding', 'total-mode', 'truncate')],
    'saved': [('cost', 'method', 'ceiling-if-saved'), ('claim', 'accept', 'truncated'),
              ('number-equal', 'method', 'as-more'), ('execution', 'method', 'linear'),
              ('execution', 'basis', 'printed'), ('execution', 'places', '1'), ('execution', 'zero-budget', 'full'),
              ('rounding', 'item-places', '1'), ('rounding', 'total-places', '1'), ('tiers',)],
    'cut': [('rounding', 'item-mode', 'truncate'), ('rounding', 'item-places', '3'), ('rounding', 'total-places', '0'),
            ('effect', 'method', 'less'), ('execution', 'basis', 'printed'), ('execution', 'places', '0'),
            ('execution', 'zero-budget', 'no-points'), ('claim', 'accept', 'truncated'), ('claim', 'raise', 'no')],
    'heavy': [('weights', 'cost', '30'), ('weights', 'output', '50'), ('weights', 'effect', '20'),
              ('weights', 'satisfaction', '0'), ('execution', 'weight', '20'), ('execution', 'method', 'linear'),
              ('weights', 'full-marks', '120'), ('deviation', 'base', 'verified'), ('number-equal', 'method', 'as-more'),
              ('rounding', 'item-mode', 'half-even'), ('rounding', 'total-mode', 'half-even'),
              ('rounding', 'total-places', '1'), ('tiers',)],
    'strict': [('claim', 'accept', 'exact'), ('rounding', 'item-places', '0'), ('cost', 'method', 'ceiling'),
               ('output', 'method', 'less'), ('satisfaction', 'method', 'less')],
}


def element_of(root, name):
    if name in ('output', 'effect', 'satisfaction'):
        return root.find(f'.//{{{RULES}}}category[@id="{name}"]')
    return root.find(f'{{{RULES}}}{name}')


def drop(root, rule, tag):
    rule = element_of(root, rule)
    for each in rule.findall(f'{{{RULES}}}{tag}'):
        rule.remove(each)


def change(root, rule, *change_to):
    if rule == 'tiers':
        for ratio, cut in TIERS:
            tree.SubElement(element_of(root, 'over-completion'), f'{{{RULES}}}tier', ratio=ratio, cut=cut)
        return
    element_of(root, rule).set(*change_to)
    if (rule, *change_to) == ('execution', 'method', 'linear'):
        drop(root, 'execution', 'band')
    if (rule, change_to[0]) == ('weights', 'full-marks'):
        drop(root, 'weights', 'variant')


def write_packs(base, folder):
    """The files of all variants, in order."""
    tree.register_namespace('', RULES)
    paths = []
    for name, changes in VARIANTS.items():
        document = tree.parse(base)
        document.getroot().set('id', name)
        for each in changes:
            change(document.getroot(), *each)
        paths.append(folder / f'{name}.xml')
        document.write(paths[-1], encoding='UTF-8', xml_declaration=True)
    return paths
