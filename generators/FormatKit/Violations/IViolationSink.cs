namespace FormatKit;

/// <summary>Takes the violations that validation finds, one by one.</summary>
public interface IViolationSink
{
    /// <summary>Takes one violation.</summary>
    void Add(in Violation violation);
}
