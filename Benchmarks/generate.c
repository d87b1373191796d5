// generate KIND COUNT > FILE: an inventory as people write it, the same bytes for the same arguments.
//
//   groups   COUNT security groups, with the VPCs they are in
//   mixed    COUNT security groups, network ACLs, buckets, instances and volumes, with their VPCs and subnets
//   policies COUNT buckets with policies of ten statements that name the bucket, as most do
//   distinct the same, each policy with numbers of its own
//   shared   the same with policies for whatever bucket they are on: fifty of them, which repeat
//   metrics  COUNT instances with 14 days of hourly points of CPU and network, a fiftieth of them missing
//   networks COUNT interfaces, a fifth as many groups, a fiftieth as many subnets, with their gateways, routes and ACLs
//
// Entries repeat each other as in real fleets: few services, few networks, both unevenly popular. About 2 % of the
// groups open SSH or a database to the world.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// splitmix64 (public domain, Sebastiano Vigna)
static uint64_t state = 0x706C756D62;

static uint64_t next(void) {
    uint64_t z = state += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

static unsigned below(unsigned n) { return (unsigned)(next() % n); }

/// Like `below`, but small values are more popular.
static unsigned popular(unsigned n) {
    unsigned a = below(n), b = below(n), c = below(n);
    unsigned least = a < b ? a : b;
    return least < c ? least : c;
}

static int percent(unsigned n) { return below(100) < n; }

#define PICK(list) list[popular(sizeof list / sizeof *list)]

static const char *const apps[] = {
    "checkout", "catalog",   "payments", "search",   "identity", "billing", "orders",
    "shipping", "inventory", "mail",     "media",    "gateway",  "ledger",  "sessions",
    "pricing",  "reporting", "support",  "partners", "archive",  "analytics"};
static const char *const tiers[] = {"api", "web", "worker", "db", "cache", "batch", "admin"};
static const char *const stages[] = {"prod", "staging", "dev"};
static const char *const teams[] = {"platform", "payments", "storefront", "data", "logistics", "security"};
static const char *const zones[] = {"a", "b", "c"};
static const char *const sizes[] = {"m7g.large", "t3.medium", "c7i.xlarge", "r6i.large", "t3.micro", "m5.2xlarge"};
static const char *const ports[] = {"443",  "80",   "22",   "8080", "5432", "3306",      "6379",        "9092",
                                    "8443", "9200", "2049", "53",   "3000", "[80, 443]", "30000-32767", "1024-65535"};
static const char *const purposes[] = {"load balancer", "from the VPC", "bastion",          "application",
                                       "monitoring",    "office",       "deployment agent", "batch jobs",
                                       "partner",       "peered VPC"};
static const char *const dangerous[] = {"22", "3306", "5432", "6379", "1433", "27017"};
static const char *const everyone[] = {"0.0.0.0/0", "\"::/0\"", "[0.0.0.0/0, \"::/0\"]", "[0.0.0.0/1, 128.0.0.0/1]"};

/// An id as AWS makes them: unique, without an order. Multiplying by an odd number permutes the 64-bit numbers, and so
/// does mixing the upper half into the lower.
static const char *identifier(const char *prefix, unsigned index) {
    static char ring[8][32];
    static unsigned turn;
    char *text = ring[turn++ % 8];
    uint64_t salt = (uint64_t)(unsigned char)prefix[0] << 32 | (uint64_t)(unsigned char)prefix[1] << 40;
    uint64_t mixed = (index + salt) * 0x9E3779B97F4A7C15;
    mixed ^= mixed >> 32;
    snprintf(text, sizeof ring[0], "%s-0%016llx", prefix, (unsigned long long)mixed);
    return text;
}

static void network(void) {
    unsigned n = popular(256);
    if (percent(3))
        printf("\"fd00:%x::/64\"", n);
    else
        printf("10.%u.%u.0/24", n % 16, n);
}

static void ingress_entry(unsigned group) {
    unsigned kind = below(100);
    if (kind < 3) {
        printf("      - {protocol: icmp, icmp_type: 8, icmp_code: 0, source: 10.0.0.0/8, description: ping}\n");
        return;
    }
    printf("      - {protocol: %s, ports: %s, source: ", kind < 6 ? "udp" : "tcp", PICK(ports));
    if (kind < 16)
        printf("%s", identifier("sg", group - popular(group < 200 ? group + 1 : 200)));
    else if (kind < 18)
        printf("%s", identifier("pl", below(4)));
    else if (kind < 24) {
        printf("[");
        network();
        printf(", ");
        network();
        printf("]");
    } else
        network();
    if (percent(70)) printf(", description: %s", PICK(purposes));
    printf("}\n");
}

static void security_group(unsigned i, unsigned vpcs) {
    const char *app = PICK(apps), *tier = PICK(tiers), *stage = PICK(stages);
    printf("  - id: %s\n    name: %s-%s-%s-%u\n", identifier("sg", i), app, tier, stage, i);
    printf("    description: Traffic of the %s %s in %s\n    vpc: %s\n", app, tier, stage, identifier("vpc", i % vpcs));
    printf("    tags:\n      Name: %s-%s\n      Team: %s\n", app, tier, PICK(teams));
    if (percent(60)) printf("      Stage: %s\n", stage);
    printf("    ingress:\n");
    for (unsigned left = 1 + popular(6); left > 0; left--) ingress_entry(i);
    if (percent(6)) printf("      - {protocol: tcp, ports: 443, source: 0.0.0.0/0, description: public site}\n");
    if (percent(2)) {
        const char *port = PICK(dangerous), *source = PICK(everyone);
        printf("      - {protocol: tcp, ports: %s, source: %s}\n", port, source);
    }
    printf("    egress:\n");
    if (percent(75))
        printf("      - {protocol: all, destination: 0.0.0.0/0}\n");
    else
        printf("      - {protocol: tcp, ports: 443, destination: 10.0.0.0/8, description: endpoints}\n");
}

static void network_acl(unsigned i) {
    const char *app = PICK(apps), *team = PICK(teams);
    printf("  - id: %s\n    vpc: %s\n    default: false\n", identifier("acl", i), identifier("vpc", i / 5));
    if (percent(95))
        printf("    subnets: [%s, %s]\n", identifier("subnet", 2 * i), identifier("subnet", 2 * i + 1));
    else
        printf("    subnets: []\n");
    printf("    tags: {Name: %s, Team: %s}\n    ingress:\n", app, team);
    if (percent(10)) printf("      - {number: 90, action: deny, protocol: all, source: 8.8.%u.0/24}\n", below(256));
    if (percent(30))
        printf("      - {number: 100, action: allow, protocol: all, source: 0.0.0.0/0}\n");
    else
        printf(
            "      - {number: 100, action: allow, protocol: tcp, ports: 443, source: 0.0.0.0/0}\n"
            "      - {number: 110, action: allow, protocol: tcp, ports: 22, source: 10.0.0.0/8}\n"
            "      - {number: 120, action: allow, protocol: tcp, ports: 32768-60999, source: 0.0.0.0/0}\n");
    printf("    egress:\n      - {number: 100, action: allow, protocol: all, destination: 0.0.0.0/0}\n");
}

static void bucket(unsigned i) {
    const char *app = PICK(apps), *stage = PICK(stages), *open = percent(10) ? "false" : "true";
    printf("  - name: %s-%s-%06u\n", app, stage, i);
    printf("    encryption: {algorithm: %s}\n", percent(30) ? "aws_kms" : "aes256");
    printf("    versioning: %s\n", percent(60) ? "enabled" : "disabled");
    printf("    public_access_block: {block_public_acls: true, ignore_public_acls: true, block_public_policy: %s, "
           "restrict_public_buckets: %s}\n", open, open);
    printf("    ownership: bucket_owner_enforced\n    policy: null\n");
    if (percent(50)) printf("    logging: null\n");
    if (percent(40)) printf("    lifecycle:\n      - {id: old, status: enabled, noncurrent_expiration_days: 30}\n");
    printf("    tags: {Team: %s, Stage: %s}\n", PICK(teams), stage);
}

/// One of ten statements of a policy; `name` is the bucket's, or `*`.
static void statement(unsigned n, unsigned variant, const char *name) {
    unsigned long account = 200000000000ul + variant % 9 * 11111111111ul + (variant < 50 ? 0 : variant);
    printf("        - Sid: S%u\n          Effect: %s\n", n, n < 2 ? "Deny" : "Allow");
    switch (n) {
    case 0:
        printf("          Principal: \"*\"\n          Action: s3:*\n          Resource: [\"arn:aws:s3:::%s\", \"arn:aws:s3:::%s/*\"]\n"
               "          Condition: {Bool: {\"aws:SecureTransport\": \"false\"}}\n", name, name);
        break;
    case 1:
        printf("          Principal: \"*\"\n          Action: [s3:PutObjectAcl, s3:DeleteBucket*]\n          Resource: \"*\"\n"
               "          Condition: {StringNotEquals: {\"aws:PrincipalAccount\": \"%lu\"}}\n", account);
        break;
    case 2:
        printf("          Principal: {Service: logging.s3.amazonaws.com}\n          Action: s3:PutObject\n"
               "          Resource: \"arn:aws:s3:::%s/logs/*\"\n          Condition: {StringEquals: {\"aws:SourceAccount\": \"123456789012\"}}\n",
               name);
        break;
    case 3:
        printf("          Principal: \"*\"\n          Action: s3:GetObject\n          Resource: \"arn:aws:s3:::%s/*\"\n"
               "          Condition: {StringEquals: {\"aws:PrincipalOrgID\": o-example%u}}\n", name, variant % 5);
        break;
    case 4:
        printf("          Principal: \"*\"\n          Action: s3:ListBucket\n          Resource: \"arn:aws:s3:::%s\"\n"
               "          Condition: {IpAddress: {\"aws:SourceIp\": [198.51.100.0/24, 203.0.113.%u/32]}}\n", name, variant % 250);
        break;
    case 5:
        printf("          Principal: %s\n          Action: s3:Get*\n          Resource: \"arn:aws:s3:::%s/public/*\"\n",
               variant % 25 == 0 ? "\"*\"" : "{AWS: \"123456789012\"}", name);
        break;
    default:
        printf("          Principal: {AWS: \"arn:aws:iam::%lu:role/%s-%u\"}\n          Action: [s3:GetObject, s3:PutObject]\n"
               "          Resource: \"arn:aws:s3:::%s/%s/*\"\n", account, apps[(variant + n) % 20], n, name, tiers[n % 7]);
    }
}

static void policy(unsigned i, int shared, int distinct) {
    unsigned variant = popular(50);
    if (distinct) variant = i;
    char name[48];
    snprintf(name, sizeof name, "%s-%s-%u", apps[i % 20], tiers[i % 7], i);
    printf("  - name: %s\n    ownership: bucket_owner_enforced\n    public_access_block: null\n", name);
    printf("    policy:\n      Version: \"2012-10-17\"\n      Statement:\n");
    for (unsigned n = 0; n < 10; n++) statement(n, variant, shared ? "*" : name);
}

static void instance(unsigned i, unsigned groups, unsigned acls, unsigned volumes) {
    unsigned group = below(groups), acl = group % ((acls + 4) / 5) * 5 + below(5);
    if (acl >= acls) acl = acls - 1;
    const char *app = PICK(apps), *tier = PICK(tiers), *size = PICK(sizes);
    unsigned month = 1 + below(9), day = 1 + below(28);
    printf("  - id: %s\n    name: %s-%s-%u\n    type: %s\n", identifier("i", i), app, tier, i, size);
    printf("    state: %s\n", percent(90) ? "running" : "stopped");
    printf("    launched: 2022-%02u-%02uT08:00:00Z\n", month, day);
    printf("    subnet: %s\n    private_ip: 10.%u.%u.%u\n", identifier("subnet", 2 * acl + below(2)), i >> 16 & 255,
           i >> 8 & 255, i & 255);
    printf("    public_ip: null\n    security_groups: [%s]\n", identifier("sg", group));
    printf("    metadata_options: {http_tokens: %s, hop_limit: 1}\n", percent(80) ? "required" : "optional");
    printf("    monitoring: %s\n    ebs_optimized: true\n", percent(20) ? "enabled" : "disabled");
    if (i < volumes) printf("    volumes: [%s]\n", identifier("vol", i));
    printf("    tags:\n      Name: %s\n      Team: %s\n", app, PICK(teams));
}

static void volume(unsigned i, unsigned instances) {
    const char *type = percent(70) ? "gp3" : "gp2", *zone = PICK(zones);
    printf("  - id: %s\n    type: %s\n", identifier("vol", i), type);
    printf("    size: %u\n", 8u << below(6));
    printf("    encrypted: %s\n", percent(85) ? "true" : "false");
    printf("    availability_zone: ap-northeast-2%s\n", zone);
    if (i < instances)
        printf("    state: in_use\n    attachments: [{instance: %s, device: /dev/xvda}]\n", identifier("i", i));
    else
        printf("    state: available\n    attachments: []\n");
    printf("    tags: {Team: %s}\n", PICK(teams));
}

static void interface(unsigned i, unsigned groups, unsigned subnets, unsigned vpcs) {
    unsigned subnet = i % subnets, vpc = subnet % vpcs;
    // Groups are those of the subnet's VPC; some are on many interfaces.
    unsigned own = groups / vpcs, first = popular(own) * vpcs + vpc, second = below(own) * vpcs + vpc;
    printf("  - id: %s\n    subnet: %s\n    private_ip: 10.%u.%u.%u\n", identifier("eni", i), identifier("subnet", subnet),
           vpc % 256, i / subnets % 256, subnet / vpcs % 256);
    if (subnet / vpcs % 2 == 0 && percent(60))
        printf("    public_ip: 52.%u.%u.%u\n", i >> 16 & 255, i >> 8 & 255, i & 255);
    else
        printf("    public_ip: null\n");
    printf("    ipv6_addresses: []\n    status: in_use\n    security_groups: [%s", identifier("sg", first));
    if (percent(50) && second != first) printf(", %s", identifier("sg", second));
    printf("]\n");
}

static void networks(unsigned vpcs, unsigned subnets, unsigned acls) {
    printf("\ninternet_gateways:\n");
    for (unsigned i = 0; i < vpcs; i++)
        printf("  - {id: %s, vpcs: [%s]}\n", identifier("igw", i), identifier("vpc", i));
    printf("\nroute_tables:\n");
    for (unsigned i = 0; i < 2 * vpcs; i++) {
        unsigned vpc = i / 2;
        printf("  - id: %s\n    vpc: %s\n    main: %s\n    routes:\n", identifier("rtb", i), identifier("vpc", vpc),
               i % 2 ? "true" : "false");
        printf("      - {destination: 10.%u.0.0/16, target: local, target_kind: local, state: active}\n", vpc % 256);
        if (i % 2)
            printf("      - {destination: 0.0.0.0/0, target: %s, target_kind: nat_gateway, state: active}\n",
                   identifier("nat", vpc));
        else
            printf("      - {destination: 0.0.0.0/0, target: %s, target_kind: internet_gateway, state: active}\n",
                   identifier("igw", vpc));
    }
    printf("\nsubnets:\n");
    for (unsigned i = 0; i < subnets; i++)
        printf("  - {id: %s, vpc: %s, cidr: 10.%u.%u.0/24, ipv6_cidr: [], route_table: %s, network_acl: %s}\n",
               identifier("subnet", i), identifier("vpc", i % vpcs), i % vpcs % 256, i / vpcs % 256,
               identifier("rtb", i % vpcs * 2 + i / vpcs % 2), identifier("acl", i % acls));
}

static void header(unsigned vpcs) {
    printf("inventory: 1\nas_of: 2022-10-21T02:00:00Z\naccount: \"123456789012\"\nregion: ap-northeast-2\n\nvpcs:\n");
    for (unsigned i = 0; i < vpcs; i++)
        printf("  - {id: %s, cidr: [10.%u.0.0/16], default: false}\n", identifier("vpc", i), i % 256);
    printf("\nprefix_lists:\n");
    for (unsigned i = 0; i < 4; i++)
        printf("  - {id: %s, name: offices-%u, entries: [{cidr: 192.168.%u.0/24}]}\n", identifier("pl", i), i, i);
}

/// Values at even distances, in a list; of a hundred instances three are idle.
static void values(int is_share, int is_idle) {
    printf("[");
    for (unsigned i = 0; i < 14 * 24; i++) {
        if (i) printf(", ");
        if (below(50) == 0) printf("null");
        else if (is_share) printf("%u.%02u", below(is_idle ? 4 : 60), below(100));
        else printf("%u", below(is_idle ? 90000 : 90000000));
    }
    printf("]");
}

static void measured(unsigned i) {
    int is_idle = percent(3);
    printf("  - id: %s\n    type: m5.large\n    state: running\n    metrics:\n", identifier("i", i));
    static const char *const names[] = {"CPUUtilization", "NetworkIn", "NetworkOut"};
    for (unsigned n = 0; n < 3; n++) {
        printf("      %s: {stat: %s, period: 1h, start: 2022-10-07T00:00:00Z, values: ", names[n], n ? "Sum" : "Average");
        values(n == 0, is_idle);
        printf("}\n");
    }
}

int main(int argc, char **argv) {
    unsigned count = argc == 3 ? (unsigned)strtoul(argv[2], NULL, 10) : 0;
    if (count > 0 && strcmp(argv[1], "groups") == 0) {
        unsigned vpcs = count / 200 + 1;
        header(vpcs);
        printf("\nsecurity_groups:\n");
        for (unsigned i = 0; i < count; i++) security_group(i, vpcs);
    } else if (count >= 20 && strcmp(argv[1], "mixed") == 0) {
        unsigned groups = count * 40ul / 100, acls = count / 20, buckets = count / 10, instances = count / 5;
        unsigned volumes = count - groups - acls - buckets - instances, vpcs = (acls + 4) / 5;
        header(vpcs);
        printf("\nsubnets:\n");
        for (unsigned i = 0; i < 2 * acls; i++)
            printf("  - {id: %s, vpc: %s, availability_zone: ap-northeast-2%s}\n", identifier("subnet", i),
                   identifier("vpc", i / 10), zones[i % 3]);
        printf("\nsecurity_groups:\n");
        for (unsigned i = 0; i < groups; i++) security_group(i, vpcs);
        printf("\nnetwork_acls:\n");
        for (unsigned i = 0; i < acls; i++) network_acl(i);
        printf("\nbuckets:\n");
        for (unsigned i = 0; i < buckets; i++) bucket(i);
        printf("\ninstances:\n");
        for (unsigned i = 0; i < instances; i++) instance(i, groups, acls, volumes);
        printf("\nvolumes:\n");
        for (unsigned i = 0; i < volumes; i++) volume(i, instances);
    } else if (count > 0 && (strcmp(argv[1], "policies") == 0 || strcmp(argv[1], "shared") == 0 ||
                             strcmp(argv[1], "distinct") == 0)) {
        header(1);
        printf("\nbuckets:\n");
        for (unsigned i = 0; i < count; i++) policy(i, argv[1][0] == 's', argv[1][0] == 'd');
    } else if (count > 0 && strcmp(argv[1], "metrics") == 0) {
        header(1);
        printf("\ninstances:\n");
        for (unsigned i = 0; i < count; i++) measured(i);
    } else if (count >= 1000 && strcmp(argv[1], "networks") == 0) {
        unsigned groups = count / 5, subnets = count / 50, acls = count / 200, vpcs = count / 1000;
        header(vpcs);
        networks(vpcs, subnets, acls);
        printf("\nsecurity_groups:\n");
        for (unsigned i = 0; i < groups; i++) security_group(i, vpcs);
        printf("\nnetwork_acls:\n");
        for (unsigned i = 0; i < acls; i++) network_acl(i);
        printf("\nnetwork_interfaces:\n");
        for (unsigned i = 0; i < count; i++) interface(i, groups, subnets, vpcs);
    } else {
        fprintf(stderr, "usage: generate groups|mixed|policies|distinct|shared|metrics|networks COUNT (mixed: at least 20, networks: at least 1000)\n");
        return 2;
    }
    return fflush(stdout) == 0 ? 0 : 3;
}
