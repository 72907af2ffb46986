using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static string Externals(LayoutModel layout) =>
        layout.Externals.Count == 0 ? string.Empty : ", scoped in global::FormatKit.ExternalRegions externals";

    private static string ExternalsInfo(LayoutModel layout) =>
        layout.Externals.Count == 0
            ? string.Empty
            : $",\n    externals: [{string.Join(", ", layout.Externals.Select(Literals.Text))}]";

    /// <summary>What everyone calls: nothing outside is given.</summary>
    private static void EmitWithoutExternals(SourceWriter writer, LayoutModel layout)
    {
        if (layout.Externals.Count == 0)
        {
            return;
        }

        var (type, self) = (layout.Type.Identifier, $"global::FormatKit.IBinaryLayout<{layout.Type.Identifier}>");
        writer.Lines($"""

            static int {self}.Validate<TSink>(in {type} value, ref TSink sink) =>
                global::FormatKit.Layout.Validate(
                    in value, default(global::FormatKit.ExternalRegions), ref sink);

            static void {self}.Seal(ref {type} value) =>
                global::FormatKit.Layout.Seal(ref value, default(global::FormatKit.ExternalRegions));
            """);
    }

    /// <summary>Sealing and validation with the regions by name.</summary>
    private static void EmitExternalsEntries(SourceWriter writer, LayoutModel layout)
    {
        if (layout.Externals.Count == 0)
        {
            return;
        }

        var type = layout.Type;
        var names = layout.Externals.Select(Identifier).ToList();
        var parameters = string.Concat(
            names.Select(name => $", scoped global::System.ReadOnlySpan<byte> {name}"));
        var strictness =
            ",\n    global::FormatKit.Strictness strictness = global::FormatKit.Strictness.Spec";
        var regions = $"new global::FormatKit.ExternalRegions({string.Join(", ", names)})";
        var value = $"{(type.Extensions.AreMethods ? "this " : string.Empty)}in {type.FullName} layout";
        writer.Lines($"""

            /// <summary>Fills magics, constants and checksums, also those over what is outside.</summary>
            {MemberAccess(type)} static void Seal({Receiver(type)}{parameters}) =>
                global::FormatKit.Layout.Seal(ref layout, {regions});

            /// <summary>All broken rules, also those of checksums over what is outside.</summary>
            {MemberAccess(type)} static global::FormatKit.ViolationList Validate(
                {value}{parameters}{strictness}) =>
                global::FormatKit.Layout.Validate(in layout, {regions}, strictness);

            /// <summary>Whether no rule is broken, also none of checksums over what is outside.</summary>
            {MemberAccess(type)} static bool IsValid(
                {value}{parameters}{strictness}) =>
                global::FormatKit.Layout.IsValid(in layout, {regions}, strictness);
            """);
    }

    private static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
