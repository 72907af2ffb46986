using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitNullValue(SourceWriter writer, FieldModel field, ulong value)
    {
        var (name, identifier) = (field.Property.Name, field.Property.Identifier);
        var (access, type) = (field.Property.Access, field.Property.Type);
        writer.Lines($$"""

            /// <summary>The value of <see cref="{{identifier}}"/> that means none.</summary>
            {{Retired(field.Property)}}{{access}}const {{type}} {{name}}Null = {{Literals.Hex(value, field.Width)}};

            /// <summary><see cref="{{identifier}}"/>, or null where it means none.</summary>
            {{Retired(field.Property)}}{{access}}readonly {{type}}? {{name}}OrNull =>
                {{identifier}} is var value and not {{name}}Null ? value : null;
            """);
    }
}
