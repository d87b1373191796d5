import Prices
import Testing

/// What is wrong with a user's book is told with its place and the way out.
@Suite struct Mistakes {
    @Test(
        "in one figure",
        arguments: [
            (
                "{item: ec2.instnce, key: m5.large, region: us-east-1, per: hour, usd: 0.08}",
                "5:10: there is no item `ec2.instnce` «ec2.instnce» | help: did you mean `ec2.instance`?"
            ),
            (
                "{item: tea, region: us-east-1, per: hour, usd: 0.08}",
                "5:10: there is no item `tea` «tea» | help: `plumb prices items` lists them"
            ),
            (
                "{item: ebs.storage, key: gp4, region: us-east-1, per: GB-month, usd: 0.08}",
                "5:28: `ebs.storage` has no key `gp4` «gp4» | help: did you mean `gp2`?"
            ),
            (
                "{item: ebs.storage, key: gp3, region: us-est-1, per: GB-month, usd: 0.08}",
                "5:41: there is no region `us-est-1` «us-est-1» | help: did you mean `us-east-1`?"
            ),
            (
                "{item: ebs.storage, key: gp3, region: eu-west-9, per: GB-month, usd: 0.08}",
                "5:41: warning: the region `eu-west-9` is not among those known «eu-west-9» | help: did you mean `eu-west-1`?"
            ),
            (
                "{item: ebs.storage, key: gp3, region: us-east-1, per: hour, usd: 0.08}",
                "5:57: `ebs.storage` is priced per GB-month, not per hour «hour»"
            ),
            (
                "{item: kms.key, region: us-east-1, per: GB-mo, usd: 1}",
                "5:43: there is no unit `GB-mo` «GB-mo» | help: write `per: month`"
            ),
            (
                "{item: ec2.instance, key: m5.large, region: us-east-1, per: month, usd: 70}",
                "5:63: `ec2.instance` is priced per hour, not per month «month» | help: a price a month, divided by the 730 hours of a month, is one an hour"
            ),
            (
                "{item: kms.key, region: us-east-1, usd: 1}",
                "5:3: a figure needs `per`, the unit of its price «{item: kms.key, region: » | help: write `per: month`"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: -1}",
                "5:55: the price -1 is negative «-1» | help: a discount is a lower price, not a negative one"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: .nan}",
                "5:55: the price .nan is not a finite number «.nan» | help: leave the figure out where there is none"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: -.inf}",
                "5:55: the price -.inf is not a finite number «-.inf» | help: leave the figure out where there is none"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: 1e400}",
                "5:55: the price 1e400 is above the limit of 100000000 US dollars a unit «1e400»"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: $$1.20}",
                "5:55: `$$1.20` is no price «$$1.20» | help: write 1.20"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: €1.20}",
                "5:55: `€1.20` is no price «€1.20» | help: write a number of US dollars, as 0.08"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: '1,20'}",
                "5:55: `1,20` is no price «'1,20'» | help: write 1.20"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: about one}",
                "5:55: `about one` is no price «about one» | help: write a number of US dollars, as 0.08"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: ~}",
                "5:55: a price is a number of US dollars «~» | help: leave the figure out where there is none"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: 1.00000000001}",
                "5:55: the price 1.00000000001 has more than ten decimals of a US dollar a unit «1.00000000001» | help: round it to ten"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: 100}",
                "5:55: warning: 100.00 is more than 20 times the list price of kms.key, 1.00 «100» | help: is it in cents?"
            ),
            (
                "{item: kms.key, region: eu-north-1, per: month, usd: 100}",
                "5:56: warning: 100.00 is more than 20 times the list price of kms.key, 1.00 «100» | help: is it in cents?"
            ),
            (
                "{item: ec2.instance, key: m9.huge, region: us-east-1, per: hour, usd: 10000}",
                "5:73: warning: 10000.00 US dollars an hour is more than AWS asks for anything «10000» | help: is it in cents, or for a month?"
            ),
            (
                "{item: kms.key, key: mine, region: us-east-1, per: month, usd: 1}",
                "5:24: `kms.key` has no keys «mine» | help: drop `key`"
            ),
            (
                "{item: ebs.storage, region: us-east-1, per: GB-month, usd: 1}",
                "5:3: `ebs.storage` needs a `key` «{item: ebs.storage, regi» | help: as gp2"
            ),
            (
                "{item: ec2.instance, key: db.m5.large, region: us-east-1, per: hour, usd: 0.08}",
                "5:29: `db.m5.large` is no instance type «db.m5.large» | help: its price is that of the item `rds.instance`"
            ),
            (
                "{item: ec2.instance, key: M5.large, region: us-east-1, per: hour, usd: 0.08}",
                "5:29: `M5.large` is no instance type «M5.large» | help: as m5.large"
            ),
            (
                "{item: rds.instance, key: db.m5.large, region: us-east-1, per: hour, usd: 0.08}",
                "5:29: the key `db.m5.large` does not say the engine «db.m5.large» | help: as db.m5.large mysql"
            ),
            (
                "{item: rds.instance, key: db.m5.large mysqll, region: us-east-1, per: hour, usd: 0.08}",
                "5:29: there is no engine `mysqll` «db.m5.large mysqll» | help: did you mean `mysql`?"
            ),
            (
                "{item: rds.instance, key: db.m5.large mysql twice, region: us-east-1, per: hour, usd: 0.08}",
                "5:29: `twice` is no part of a key «db.m5.large mysql twice» | help: only `multi-az` may follow the engine"
            ),
            (
                "{item: kms.key, per: month, usd: 1}",
                "5:3: a figure needs `region` «{item: kms.key, per: mon» | help: name one, write \"*\" for all commercial regions, or give `usd` by region"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month}",
                "5:3: a figure needs `usd`, the price in US dollars «{item: kms.key, region: »"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: {us-east-1: 1}}",
                "5:27: `region` stands beside prices by region «us-east-1» | help: drop one of them"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: 1, from: x}",
                "5:64: `sources` has no `x` «x»"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, usd: 1, derived: yes}",
                "5:67: `derived` takes true or false «yes»"
            ),
            (
                "{item: kms.key, region: us-east-1, per: month, used: 1, usd: 1}",
                "5:50: unknown key `used` «used» | help: did you mean `usd`?"
            ),
            (
                "kms.key",
                "5:3: a figure is a mapping «kms.key» | help: write {item: ec2.instance, key: m5.large, region: us-east-1, per: hour, usd: 0.08}"
            ),
            (
                "{key: x}",
                "5:3: a figure needs `item` «{key: x}» | help: as ec2.instance; `plumb prices items` lists them"
            ),
        ])
    func figure(text: String, problem: String) {
        #expect(Book(figures: text).problems == [problem])
    }

    @Test(
        "in tiers",
        arguments: [
            ("usd: []", "5:72: this list of tiers is empty «[]»"),
            ("usd: [1]", "5:73: a tier is a mapping {up_to: AMOUNT, usd: PRICE} «1»"),
            ("usd: [{up_to: 5}]", "5:73: a tier needs `usd` «{up_to: 5}»"),
            (
                "usd: [{usd: 1}, {usd: 2}]",
                "5:73: only the last tier has no end «{usd: 1}» | help: say `up_to`, the amount it goes up to"
            ),
            ("usd: [{up_to: 0, usd: 1}]", "5:81: `up_to` takes a whole number above 0 «0»"),
            (
                "usd: [{up_to: 5, usd: 0.1}, {up_to: 5, usd: 0.1}]",
                "5:103: `up_to` takes a whole number above the 5 of the tier before «5»"
            ),
            ("usd: [{upto: 5, usd: 0.1}]", "5:74: unknown key `upto` «upto» | help: did you mean `up_to`?"),
        ])
    func tiers(text: String, problem: String) {
        let figure = "{item: ebs.iops, key: io2, region: us-east-1, per: IOPS-month,  \(text)}"
        #expect(Book(figures: figure).problems == [problem])
    }

    @Test(
        "in a table",
        arguments: [
            ("regions: [], usd: {}", "5:45: `regions` takes a list of regions «[]»"),
            (
                "regions: [us-east-1], usd: 1",
                "5:63: beside `regions`, `usd` takes a mapping of keys to lists of prices «1»"
            ),
            (
                "regions: [us-east-1], usd: {m5.large: [0.1, 0.1]}",
                "5:74: `m5.large` takes a list of 1 prices, one a region, not 2 «[0.1, 0.1]» | help: write ~ where there is no price"
            ),
            (
                "regions: [us-east-1], usd: {m5.large: 0.1}",
                "5:74: `m5.large` takes a list of 1 prices, one a region «0.1» | help: write ~ where there is no price"
            ),
            (
                "regions: [us-east-1], usd: {large: [0.1]}",
                "5:64: `large` is no instance type «large» | help: as m5.large"
            ),
            (
                "regions: [us-east-1], key: m5.large, usd: {m5.large: [0.1]}",
                "5:63: `key` stands beside `regions` «m5.large» | help: the keys of `usd` are those of the item"
            ),
        ])
    func table(text: String, problem: String) {
        #expect(Book(figures: "{item: ec2.instance, per: hour,  \(text)}").problems == [problem])
    }

    @Test(
        "in the rest of a book",
        arguments: [
            ("", "1:1: the file is empty | help: a price book begins with `prices: 1`"),
            ("[1]", "1:1: a price book is a mapping with the key `prices` «[1]»"),
            ("date: 2026\nsource: s\nfigures: []", "1:1: a price book needs `prices: 1`"),
            ("prices: 2\ndate: 2026\nsource: s\nfigures: []", "1:9: a price book has the version 1: `prices: 1` «2»"),
            (
                "prices: 1\nsource: s\nfigures: []",
                "1:1: a price book needs `date` | help: say of when its prices are: 2026-11-01"
            ),
            (
                "prices: 1\ndate: yesterday\nsource: s\nfigures: []",
                "2:7: `date` takes a day, a month or a year «yesterday» | help: write it as 2026-11-01"
            ),
            (
                "prices: 1\ndate: 2026-02-30\nsource: s\nfigures: []",
                "2:7: `date` takes a day, a month or a year «2026-02-30» | help: write it as 2026-11-01"
            ),
            (
                "prices: 1\ndate: 2026-11-30\nsource: s\nfigures: []",
                "2:7: the date 2026-11-30 is in the future «2026-11-30»"
            ),
            ("prices: 1\ndate: 2026-12\nsource: s\nfigures: []", "2:7: the date 2026-12 is in the future «2026-12»"),
            (
                "prices: 1\ndate: 2021-11-28\nsource: s\nfigures: []",
                "2:7: warning: these prices are of 2021-11-28, more than 5 years ago «2021-11-28» | help: prices change; `plumb prices import` makes a book of AWS's current ones"
            ),
            (
                "prices: 1\ndate: 2026\nsource: s\ncurrency: EUR\nfigures: []",
                "4:11: the currency is `EUR`, and prices are in USD only «EUR» | help: convert the prices to US dollars, and say in `source` at what rate"
            ),
            ("prices: 1\ndate: 2026\nsource: [s]\nfigures: []", "3:9: `source` takes text «[s]»"),
            ("prices: 1\ndate: 2026\nsource: s\nfigures: 1", "4:10: `figures` takes a list «1»"),
            ("prices: 1\ndate: 2026\nsource: s", "1:1: a price book needs `figures`"),
            (
                "prices: 1\ndate: 2026\nsource: s\nfigure: []\nfigures: []",
                "4:1: unknown key `figure` «figure» | help: did you mean `figures`?"
            ),
            (
                "prices: 1\ndate: 2026\nfigures:\n- {item: kms.key, region: us-east-1, per: month, usd: 1}",
                "4:3: nothing says where this figure is from «{item: kms.key, region: » | help: give the book a `source`, or the figure `from: NAME` with a name of `sources`"
            ),
            (
                "prices: 1\ndate: 2026\nsource: s\nsources: {a: {source: x}}\nfigures: []",
                "4:14: a source needs `source` and `date` «{source: x}»"
            ),
            (
                "prices: 1\ndate: 2026\nsource: s\nsources: {a: {source: x, date: 2027-01 (draft)}}\nfigures: []",
                "4:32: the date 2027-01 (draft) is in the future «2027-01 (draft)»"
            ),
            (
                "prices: 1\ndate: 2026\nsource: s\nfigures: []\n---\nprices: 1",
                "6:1: a price book is one document; this is a second one «prices: 1»"
            ),
            (
                "prices: [",
                "1:10: not valid YAML: did not find expected node content while parsing a flow node | help: the file ends here; is it complete?"
            ),
        ])
    func book(text: String, problem: String) {
        #expect(Book(text).problems == [problem])
    }

    @Test func theSameFigureTwice() {
        let twice = Book(
            figures: "{item: kms.key, per: month, usd: {us-east-1: 1, eu-west-1: 1}}",
            "{item: kms.key, region: us-east-1, per: month, usd: 1}")
        #expect(
            twice.problems == [
                "6:55: the price of kms.key in us-east-1 stands twice in this book «1» | note 5:48: it stands here first"
            ])
    }

    @Test func everyMistakeIsToldAtOnce() {
        let several = Book(
            figures: "{item: kms.kee, region: us-east-1, per: month, usd: 1}",
            "{item: kms.key, region: us-east, per: month, usd: -1}",
            "{item: kms.key, region: us-east-1, per: month, usd: 1}")
        #expect(several.problems.count == 3)
    }

    @Test func aBookOfExactlyFiveYearsIsNotOld() {
        #expect(Book("prices: 1\ndate: 2021-11-29\nsource: s\nfigures: []").problems == [])
        // The year 2021 is not over five years before.
        #expect(Book("prices: 1\ndate: 2021\nsource: s\nfigures: []").problems == [])
        #expect(Book("prices: 1\ndate: 2020\nsource: s\nfigures: []").problems.count == 1)
    }
}
