namespace FormatKit;

/// <summary>What encloses a region of a record that is being read.</summary>
public readonly struct RecordRegion
{
    internal RecordRegion(int end, bool isOpen) => (End, IsOpen) = (end, isOpen);

    internal int End { get; }

    internal bool IsOpen { get; }
}
