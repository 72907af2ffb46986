using FormatKit.Formats;

namespace FormatKit.Disks.Operations;

/// <summary>What a check looked at and what it found.</summary>
public sealed class CheckReport
{
    /// <summary>The most findings that are kept in words; all are counted.</summary>
    public const int MaxFindings = 1000;

    private readonly List<string> _examined = [];
    private readonly List<CheckFinding> _findings = [];
    private readonly List<Repair> _repairs = [];
    private readonly long[] _counts = new long[Enum.GetValues<CheckSeverity>().Length];

    /// <summary>The name of the format.</summary>
    public required string Format { get; init; }

    /// <summary>What was looked at, so that "no errors" means something.</summary>
    public IReadOnlyList<string> ExaminedParts => _examined;

    /// <summary>The findings, at most <see cref="MaxFindings"/>.</summary>
    public IReadOnlyList<CheckFinding> Findings => _findings;

    /// <summary>The first byte of the file behind everything that is used.</summary>
    public HostOffset ImageEnd { get; set; }

    /// <summary>Allocation units of the disk; 0 when it allocates nothing.</summary>
    public long TotalUnits { get; set; }

    /// <summary>Allocation units that are in the file.</summary>
    public long AllocatedUnits { get; set; }

    /// <summary>What would mend the findings, in the order in which it is to be done; also of those that are not kept in
    /// words. Who does one of them checks again before the next: it was found in the file as it was.</summary>
    public IReadOnlyList<Repair> Repairs => _repairs;

    /// <summary>Whether nothing was found but <see cref="CheckSeverity.Note"/>s.</summary>
    public bool IsClean => _counts.Index().All(one => one.Item == 0 || one.Index == (int)CheckSeverity.Note);

    /// <summary>How many findings of a severity there are.</summary>
    public long CountOf(CheckSeverity severity) => _counts[(int)severity];

    /// <summary>Says that a part was looked at.</summary>
    public void Examined(string part) => _examined.Add(part);

    /// <summary>Whether findings are still kept in words: a file can have millions, and wording them takes longer than
    /// finding them.</summary>
    public bool TakesWords => _findings.Count < MaxFindings;

    /// <summary>Counts a finding without keeping it in words.</summary>
    public void Count(CheckSeverity severity) => _counts[(int)severity]++;

    /// <summary>Adds a finding.</summary>
    public void Add(CheckSeverity severity, string message, long? offset = null, Repair? repair = null)
    {
        Count(severity);
        if (_findings.Count < MaxFindings)
        {
            _findings.Add(new CheckFinding(severity, message, offset) { Repair = repair });
        }

        Add(repair);
    }

    /// <summary>Says what would mend something, once however many findings it mends.</summary>
    public void Add(Repair? repair)
    {
        if (repair is null)
        {
            return;
        }

        foreach (var known in _repairs) // few; and this may be called for each of millions of entries
        {
            if (ReferenceEquals(known, repair))
            {
                return;
            }
        }

        _repairs.Add(repair);
    }
}
