using System.Globalization;

namespace FormatKit.Benchmarks.Generation;

/// <summary>How long something took, in milliseconds by the clock and of the processors.</summary>
internal readonly record struct Cost(double Clock, double Processor)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Clock:0} / {Processor:0}");
}
