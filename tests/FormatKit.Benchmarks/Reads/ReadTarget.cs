namespace FormatKit.Benchmarks.Reads;

/// <summary>Something to read from, at any place and by any number of threads.</summary>
/// <param name="Name">How the tables call it.</param>
/// <param name="Read">Fills a buffer from an offset on.</param>
internal sealed record ReadTarget(string Name, Action<byte[], long> Read);
