namespace FormatKit.Cli.Output;

/// <summary>A line of a dissection in words, with the rules that are broken there.</summary>
/// <param name="Cells">What stands in <see cref="DissectionText.Columns"/>.</param>
/// <param name="Broken">The paths of what breaks rules, and which.</param>
internal sealed record DissectionRow(string[] Cells, IReadOnlyList<(string Path, string Words)> Broken);
