using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitOffsets(SourceWriter writer, LayoutModel layout)
    {
        writer.Open("""
            /// <summary>Where each field starts, in bytes from the start of the layout.</summary>
            public static class Offsets
            """);
        foreach (var field in layout.Fields)
        {
            writer.Lines($"""
                /// <summary>{Count(field.Width, "byte")} from byte {field.Offset}.</summary>
                public const int {field.Property.Identifier} = {field.Offset};
                """);
        }

        writer.Close();
    }
}
