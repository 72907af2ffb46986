using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitEquality(SourceWriter writer, LayoutModel layout)
    {
        var self = layout.Type.Identifier;
        writer.Lines($$"""
            /// <summary>Whether all bytes are equal.</summary>
            public static bool operator ==(in {{self}} left, in {{self}} right) =>
                global::FormatKit.FieldAccess.AreEqual(in left, in right);

            /// <summary>Whether any bytes differ.</summary>
            public static bool operator !=(in {{self}} left, in {{self}} right) => !(left == right);

            /// <inheritdoc/>
            public readonly bool Equals({{self}} other) => this == other;

            /// <inheritdoc/>
            public override readonly bool Equals(object? obj) => obj is {{self}} other && this == other;

            /// <inheritdoc/>
            public override readonly int GetHashCode() => global::FormatKit.FieldAccess.HashOf(in this);
            """);
        if (!layout.HasToString)
        {
            writer.Lines("""

                /// <summary>Every field that is not reserved, on one line.</summary>
                public override readonly string ToString() => global::FormatKit.LayoutText.Line(in this);
                """);
        }
    }
}
