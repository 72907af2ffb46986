using System.Collections;
using System.Reflection;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.Generators.Tests.Harness;

/// <summary>
/// Walks all that a type can hold, by its fields and the types derived from theirs, and says what must not be cached
/// between two keystrokes: what is never equal to what the next compilation says, and what keeps that one alive.
/// </summary>
internal sealed class ModelWalk
{
    // Values of the compiler that are equal by content and hold no compilation.
    private static readonly Type[] Known =
        [typeof(string), typeof(TextSpan), typeof(LinePositionSpan), typeof(DiagnosticDescriptor)];

    private readonly List<string> _faults = [];
    private readonly HashSet<Type> _seen = [];

    private ModelWalk()
    {
    }

    /// <summary>The types that were reached.</summary>
    public IReadOnlySet<Type> Seen => _seen;

    /// <summary>What is wrong, each with its way from the start.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public static ModelWalk From(params Type[] starts)
    {
        var walk = new ModelWalk();
        foreach (var start in starts)
        {
            walk.Visit(start, start.Name);
        }

        return walk;
    }

    private void Visit(Type type, string path)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            Visit(value, path);
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            Visit(type.GetGenericArguments()[0], path + "[]");
        }
        else if (!type.IsPrimitive && !type.IsEnum && !Known.Contains(type) && _seen.Add(type))
        {
            VisitMembers(type, path);
        }
    }

    private void VisitMembers(Type type, string path)
    {
        if (FaultOf(type) is { } fault)
        {
            _faults.Add($"{path} {fault}");
            return;
        }

        foreach (var field in Fields(type))
        {
            Visit(field.FieldType, $"{path}.{NameOf(field)}");
        }

        foreach (var derived in type.Assembly.GetTypes().Where(other => other.BaseType == type))
        {
            Visit(derived, $"{path}:{derived.Name}");
        }
    }

    private static string? FaultOf(Type type) => type switch
    {
        { IsInterface: true } => $"is anything that is an {type.Name}",
        _ when type == typeof(object) => "is anything",
        _ when type.Namespace!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) =>
            $"belongs to a compilation: {type.Name}",
        _ when typeof(IEnumerable).IsAssignableFrom(type) => $"is a collection without equality: {type.Name}",
        _ when !IsRecord(type) => $"is no record: {type.Name}",
        _ => null,
    };

    private static bool IsRecord(Type type) =>
        type.IsValueType
            ? type.GetInterfaces().Contains(typeof(IEquatable<>).MakeGenericType(type))
            : type.GetProperty("EqualityContract", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    private static System.Reflection.FieldInfo[] Fields(Type type) => type.GetFields(
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);

    private static string NameOf(System.Reflection.FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
