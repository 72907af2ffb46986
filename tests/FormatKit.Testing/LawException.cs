namespace FormatKit.Testing;

/// <summary>A law does not hold. The message says which, for what, in which case, and how to see it again.</summary>
public sealed class LawException : Exception
{
    internal LawException(string law, ulong? seed, string example, Exception reason, byte[]? bytes = null)
        : base(
            $"""
            Law broken: {law}
              {(reason is BrokenClaimException ? reason.Message : $"{reason.GetType().Name}: {reason.Message}")}
              example: {example}{Marked(reason, bytes)}
              {(seed is null ? "the same with every seed" : $"again with: {Law.SeedVariable}={seed}")}
            """,
            reason)
    {
        LawName = law;
        Seed = seed;
    }

    /// <summary>The name of the law.</summary>
    public string LawName { get; }

    /// <summary>The seed that gives the same cases again; null where nothing was drawn.</summary>
    public ulong? Seed { get; }

    private static string Marked(Exception reason, byte[]? bytes) =>
        bytes is not null && reason is BrokenClaimException { Place: { } place }
            ? BytePicture.Marked(bytes, place.Field, place.Offset, place.Width)
            : "";
}
