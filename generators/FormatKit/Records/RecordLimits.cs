namespace FormatKit;

/// <summary>
/// What is accepted where a declaration does not say its own limit with <c>Max</c>. Whatever the limit, a count or
/// length is held against the bytes that are left before anything is allocated for it.
/// </summary>
public static class RecordLimits
{
    /// <summary>The most elements of an array: 1,048,576.</summary>
    public const int Count = 1 << 20;

    /// <summary>The most bytes of something whose length is stored: 16 MiB.</summary>
    public const int Length = 1 << 24;

    /// <summary>The most bytes of a text that ends at a terminator: 64 KiB.</summary>
    public const int Text = 1 << 16;

    /// <summary>How deep records stand in records, on reading and on writing: 64.</summary>
    public const int Depth = 64;

    /// <summary>How many violations are kept of one record: 1,000. Later ones are not, and reading goes on.</summary>
    public const int Violations = 1000;
}
