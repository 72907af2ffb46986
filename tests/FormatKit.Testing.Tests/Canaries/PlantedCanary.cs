namespace FormatKit.Testing.Tests.Canaries;

/// <summary>A declaration with a bug, and the law that must say so.</summary>
/// <param name="Story">What the bug is.</param>
/// <param name="Law">The name of the law that it breaks.</param>
/// <param name="Try">Tries the law on it.</param>
/// <param name="Says">What the failure says: field, place and claim.</param>
internal sealed record PlantedCanary(string Story, string Law, Func<ulong?, LawResult> Try, string Says)
{
    /// <summary>A layout with a bug.</summary>
    public static PlantedCanary With<TBug>(string law, string story, string says)
        where TBug : struct, IPlantedBug =>
        new(story, law, Laws.Of<Canary<TBug>>().Single(candidate => candidate.Name == law).Try, says);

    /// <summary>A layout of bits, integers and overlays with a bug.</summary>
    public static PlantedCanary WithStructure<TBug>(string law, string story, string says)
        where TBug : struct, IPlantedStructureBug =>
        new(story, law, Laws.Of<StructureCanary<TBug>>().Single(candidate => candidate.Name == law).Try, says);
}
