extension Verdict {
    /// The same as a part of that bulk redrive, which counts it.
    func counted(by bulk: Int64?) -> Verdict {
        guard case .revise(var revision) = self else { return self }
        revision.bulk = bulk
        return .revise(revision)
    }
}
