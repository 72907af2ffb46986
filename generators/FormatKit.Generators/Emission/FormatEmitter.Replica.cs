using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static string ReplicaInfo(LayoutModel layout) =>
        layout.Replica is null ? string.Empty : $",\n    replicaPlace: {Literals.Text(layout.Replica)}";

    private static IEnumerable<string> PerCopyInfo(FieldModel field)
    {
        if (field.IsPerCopy)
        {
            yield return "IsPerCopy = true";
        }

        if (field.Mirrors is not null)
        {
            yield return $"Mirrors = {Literals.Text(field.Mirrors)}";
        }
    }
}
