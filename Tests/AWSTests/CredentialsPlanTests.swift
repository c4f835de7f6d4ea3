import FoundationEssentials
import Testing

@testable import AWS

/// Which source is meant, by what environment and files say.
struct CredentialsPlanTests {
    private static let config = """
        [default]
        region = eu-west-1
        aws_access_key_id = AKIDCONFIG
        aws_secret_access_key = c
        [profile role]
        role_arn = arn:aws:iam::123456789012:role/team/orders
        source_profile = base
        external_id = id-1
        role_session_name = nightly
        duration_seconds = 900
        [profile base]
        aws_access_key_id = AKIDBASE
        aws_secret_access_key = b
        [profile chain]
        role_arn = arn:aws:iam::123456789012:role/chain
        source_profile = role
        [profile self]
        role_arn = arn:aws:iam::123456789012:role/self
        source_profile = self
        aws_access_key_id = AKIDSELF
        aws_secret_access_key = s
        [profile lonely]
        role_arn = arn:aws:iam::123456789012:role/lonely
        source_profile = lonely
        [profile a]
        role_arn = arn:aws:iam::123456789012:role/a
        source_profile = b
        [profile b]
        role_arn = arn:aws:iam::123456789012:role/b
        source_profile = c
        [profile c]
        role_arn = arn:aws:iam::123456789012:role/c
        source_profile = b
        [profile both]
        role_arn = arn:aws:iam::123456789012:role/both
        source_profile = base
        credential_source = Environment
        [profile neither]
        role_arn = arn:aws:iam::123456789012:role/neither
        [profile gone]
        role_arn = arn:aws:iam::123456789012:role/gone
        source_profile = nowhere
        [profile bare]
        region = eu-west-1
        [profile of-bare]
        role_arn = arn:aws:iam::123456789012:role/x
        source_profile = bare
        [profile mfa]
        role_arn = arn:aws:iam::123456789012:role/mfa
        source_profile = base
        mfa_serial = arn:aws:iam::123456789012:mfa/me
        [profile no-role]
        role_arn = orders
        source_profile = base
        [profile short]
        role_arn = arn:aws:iam::123456789012:role/short
        source_profile = base
        duration_seconds = 60
        [profile odd-session]
        role_arn = arn:aws:iam::123456789012:role/x
        source_profile = base
        role_session_name = a b
        [profile ec2]
        role_arn = arn:aws:iam::123456789012:role/ec2
        credential_source = Ec2InstanceMetadata
        [profile ecs]
        role_arn = arn:aws:iam::123456789012:role/ecs
        credential_source = EcsContainer
        [profile env]
        role_arn = arn:aws:iam::123456789012:role/env
        credential_source = Environment
        [profile odd]
        role_arn = arn:aws:iam::123456789012:role/odd
        credential_source = Magic
        [profile web]
        role_arn = arn:aws:iam::123456789012:role/web
        web_identity_token_file = /token
        [profile of-web]
        role_arn = arn:aws:iam::123456789012:role/x
        source_profile = web
        [profile sso]
        sso_session = work
        sso_account_id = 123456789012
        sso_role_name = Sender
        [profile sso-old]
        sso_start_url = https://old.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 123456789012
        sso_role_name = Sender
        [profile sso-half]
        sso_session = work
        sso_role_name = Sender
        [profile sso-gone]
        sso_session = play
        sso_account_id = 1
        sso_role_name = Sender
        [profile sso-torn]
        sso_session = work
        sso_region = us-east-1
        sso_account_id = 1
        sso_role_name = Sender
        [profile process]
        credential_process = /bin/keys --for "the orders"
        aws_access_key_id = AKIDLAST
        aws_secret_access_key = l
        [profile shared]
        credential_process = /bin/keys
        [profile quote]
        credential_process = /bin/keys "x
        [profile login]
        login_session = arn:aws:sts::1:assumed-role/x
        [sso-session work]
        sso_region = eu-central-1
        sso_start_url = https://work.awsapps.com/start
        """

    private static let shared = """
        [shared]
        aws_access_key_id = AKIDSHARED
        aws_secret_access_key = s
        [half]
        aws_access_key_id = AKIDHALF
        """

    private static func settings(_ environment: [String: String]) throws -> AWSSettings {
        let texts = ["/h/.aws/config": config, "/h/.aws/credentials": shared]
        let all = environment.merging(["HOME": "/h"]) { given, _ in given }
        let profiles = try ProfileFiles(environment: all) { texts[$0] }
        return AWSSettings(environment: all, profiles: profiles)
    }

    private static let web = [
        "AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_ROLE_ARN": "arn:aws:iam::1:role/w",
    ]

    @Test(
        arguments: [
            (
                ["AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_PROFILE": "role"],
                "environment"
            ),
            (["AWS_PROFILE": "role"], #"role orders by profile "base""#),
            (["AWS_PROFILE": "chain"], #"role chain by role orders by profile "base""#),
            (["AWS_PROFILE": "self"], #"role self by profile "self""#),
            (["AWS_PROFILE": "ec2"], "role ec2 by instance metadata"),
            (
                ["AWS_PROFILE": "ecs", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x"],
                "role ecs by container"
            ),
            (["AWS_PROFILE": "role"].merging(web) { $1 }, #"role orders by profile "base""#),
            (web, "web identity as role w"),
            (["AWS_PROFILE": "web"], "web identity as role web"),
            (["AWS_PROFILE": "of-web"], "role x by web identity as role web"),
            (["AWS_PROFILE": "sso"], "IAM Identity Center as role Sender"),
            (["AWS_PROFILE": "sso-old"], "IAM Identity Center as role Sender"),
            (["AWS_PROFILE": "shared"], #"profile "shared""#),
            (["AWS_PROFILE": "process"], #"credential_process of profile "process""#),
            ([:], #"profile "default""#),
            (
                [
                    "AWS_PROFILE": "bare",
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1/x",
                ], "container"
            ),
            (["AWS_PROFILE": "bare"], "instance metadata"),
            (["AWS_PROFILE": "bare", "AWS_EC2_METADATA_DISABLED": "true"], nil),
        ] as [([String: String], String?)]
    )
    func `the first source that is meant is the one`(
        _ environment: [String: String],
        _ source: String?
    ) throws {
        #expect(try Self.settings(environment).credentialsPlan()?.source == source)
    }

    @Test func `a role is asked for with all that its profile says`() throws {
        let plan = try Self.settings(["AWS_PROFILE": "role"]).credentialsPlan()
        guard case .role(let request, by: .keys(let keys, _)) = plan else {
            Issue.record("\(String(describing: plan))")
            return
        }
        #expect(request.role == "arn:aws:iam::123456789012:role/team/orders")
        #expect((request.session, request.externalID, request.duration) == ("nightly", "id-1", 900))
        #expect(keys.accessKeyID == "AKIDBASE")
    }

    @Test(
        arguments: [
            (["AWS_ACCESS_KEY_ID": "a"], "AWS_SECRET_ACCESS_KEY is not set"),
            (["AWS_SECRET_ACCESS_KEY": "a"], "AWS_ACCESS_KEY_ID is not set"),
            (["AWS_PROFILE": "none"], "no such profile"),
            (["AWS_PROFILE": "half"], "aws_secret_access_key is missing"),
            (["AWS_PROFILE": "lonely"], "in a circle: lonely → lonely"),
            (["AWS_PROFILE": "a"], "in a circle: a → b → c → b"),
            (["AWS_PROFILE": "both"], "has both source_profile and credential_source"),
            (["AWS_PROFILE": "neither"], "needs source_profile or credential_source"),
            (["AWS_PROFILE": "gone"], #"source_profile "nowhere" is not in /h/.aws/config"#),
            (["AWS_PROFILE": "of-bare"], #"source_profile "bare" has no credentials"#),
            (["AWS_PROFILE": "mfa"], "there is nobody to type one"),
            (["AWS_PROFILE": "no-role"], "is not the ARN of a role"),
            (["AWS_PROFILE": "short"], "900 to 43200"),
            (["AWS_PROFILE": "odd-session"], "role_session_name has to be"),
            (["AWS_PROFILE": "env"], "credential_source Environment has no credentials"),
            (["AWS_PROFILE": "ecs"], "credential_source EcsContainer has no credentials"),
            (
                ["AWS_PROFILE": "ec2", "AWS_EC2_METADATA_DISABLED": "true"],
                "has no credentials here"
            ),
            (["AWS_PROFILE": "odd"], "none of Environment, EcsContainer and Ec2InstanceMetadata"),
            (["AWS_PROFILE": "sso-half"], "sso_account_id is missing"),
            (["AWS_PROFILE": "sso-gone"], "no section [sso-session play]"),
            (["AWS_PROFILE": "sso-torn"], "sso_region differs"),
            (["AWS_PROFILE": "quote"], "a quote that does not end"),
            (["AWS_PROFILE": "login"], "login_session is not supported"),
            (["AWS_WEB_IDENTITY_TOKEN_FILE": "/t"], "AWS_ROLE_ARN is not set"),
            (["AWS_PROFILE": "bare", "AWS_METADATA_SERVICE_TIMEOUT": "x"], "has to be 1 to 60"),
            (["AWS_PROFILE": "bare", "AWS_EC2_METADATA_SERVICE_ENDPOINT": "x"], "is no URL"),
            (
                ["AWS_PROFILE": "bare", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "v7"],
                "neither IPv4 nor IPv6"
            ),
            (
                ["AWS_PROFILE": "bare", "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://keys.test/"],
                "without TLS"
            ),
            (
                [
                    "AWS_PROFILE": "bare",
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.evil.test/",
                ], "without TLS"
            ),
            (["AWS_PROFILE": "bare", "AWS_CONTAINER_CREDENTIALS_FULL_URI": "keys"], "no URL"),
            (
                [
                    "AWS_PROFILE": "bare", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/a",
                    "AWS_CONTAINER_AUTHORIZATION_TOKEN": "a\r\nb",
                ], "line break"
            ),
        ]
    )
    func `a source that is meant and cannot be used is an error that says why`(
        _ environment: [String: String],
        _ reason: String
    ) throws {
        let settings = try Self.settings(environment)
        let error = #expect(throws: CredentialsError.self) { try settings.credentialsPlan() }
        #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
    }

    @Test(
        arguments: [
            ("a b  c", ["a", "b", "c"]), (#"a "b c" d"#, ["a", "b c", "d"]),
            (#"a 'b "c"' ''"#, ["a", #"b "c""#, ""]), (#"a\ b c\"d"#, ["a b", #"c"d"#]),
            (#""a\"b" "a\nb""#, [#"a"b"#, #"a\nb"#]), (#"x"y z"w"#, ["xy zw"]),
        ]
    )
    func `a command's line is split as a shell would, without one`(
        _ line: String,
        _ words: [String]
    ) throws {
        #expect(try ProcessRequest(line, "p").command == words)
    }

    @Test(arguments: [
        ("bad key AKIAIOSFODNN7EXAMPLE here", "bad key […] here"),
        ("secret=wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY;", "[…];"),
        (
            "no such profile: orders, see https://example.com",
            "no such profile: orders, see https://example.com"
        ),
    ])
    func `what a program says is told without keys`(_ text: String, _ masked: String) {
        #expect(SecretMask.masked(text) == masked)
    }
}
