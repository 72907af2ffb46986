using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitText(SourceWriter writer, FieldModel field, TextShape text)
    {
        var property = field.Property;
        var encoding = $"global::FormatKit.TextEncoding.{text.Encoding}";
        writer.Lines($$"""
            {{Header(property)}}
            {
                {{property.Get}} => global::FormatKit.FieldAccess.ReadText(
                    in this, {{field.Offset}}, {{field.Width}}, {{encoding}});
                {{property.Set}} => global::FormatKit.FieldAccess.WriteText(
                    ref this, {{field.Offset}}, {{field.Width}}, {{encoding}}, value, {{Literals.Text(property.Name)}});
            }

            /// <summary>All {{field.Width}} bytes of <see cref="{{property.Identifier}}"/> as they stand.</summary>
            [global::System.Diagnostics.CodeAnalysis.UnscopedRef]
            {{property.Access}}readonly global::System.ReadOnlySpan<byte> {{property.Name}}Bytes =>
                global::FormatKit.FieldAccess.ViewBytes(in this, {{field.Offset}}, {{field.Width}});
            """);
    }
}
