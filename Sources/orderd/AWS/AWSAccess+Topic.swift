import AWS

extension AWSAccess {
    /// SNS in one region knows the topics of that region alone.
    func checkTopic(
        _ topic: String,
        of setting: String = "notice.topicArn",
        _ faults: inout [SettingFault]
    ) {
        guard case .settings = place, let arn = ARN(topic), arn.service == "sns" else { return }
        // Of a region that is none it is said already; what stands in for AWS may have any.
        guard let partition = Partition(region: region) else { return }
        guard arn.region == region else {
            let problem =
                "is a topic in \(arn.region), and AWS_REGION is \(region): name a topic of that region, or set "
                + "AWS_REGION=\(arn.region)"
            return faults.append(SettingFault(place: setting, problem: problem))
        }
        guard partition.id != arn.partition else { return }
        let problem =
            "is in the partition \(arn.partition), and \(region) belongs to \(partition.id)"
        faults.append(SettingFault(place: setting, problem: problem))
    }
}
