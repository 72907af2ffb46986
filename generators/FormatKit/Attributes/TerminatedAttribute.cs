namespace FormatKit;

/// <summary>The text ends at a NUL character, which is no part of it: one zero byte, or two for UTF-16.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TerminatedAttribute : Attribute
{
    /// <summary>The most bytes before the terminator that are accepted; by default <see cref="RecordLimits.Text"/>.
    /// </summary>
    public int Max { get; init; }
}
