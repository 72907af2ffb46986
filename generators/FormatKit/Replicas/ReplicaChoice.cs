namespace FormatKit;

/// <summary>Which of two copies can be relied on.</summary>
public enum ReplicaChoice
{
    /// <summary>None: each breaks a rule.</summary>
    Neither,

    /// <summary>The first; the second breaks a rule.</summary>
    First,

    /// <summary>The second; the first breaks a rule.</summary>
    Second,

    /// <summary>Either: both keep every rule and say the same.</summary>
    Both,

    /// <summary>Both keep every rule, and they differ: what wrote them must say which is newer.</summary>
    Conflict,
}
