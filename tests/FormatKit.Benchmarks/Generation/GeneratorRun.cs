using System.Globalization;
using FormatKit.Benchmarks.Processes;
using FormatKit.Generators;

namespace FormatKit.Benchmarks.Generation;

/// <summary>
/// What the generators cost a build and an editor: their own time as the compiler counts it, and beside it what the
/// compiler does with their output. Each is also counted in the processor's time, which others on the machine add
/// little to.
/// </summary>
internal static class GeneratorRun
{
    internal static int Run(CommandLine options)
    {
        var count = options.Number("--count", 1000);
        var rounds = options.Number("--rounds", 5);
        var example = options.Text("--example");
        var compiles = !options.Has("--no-compiler");
        options.RefuseRest();
        Machine.Print();
        var sources = Enumerable.Range(0, count).Select(number => Declarations.Layout(number)).ToList();
        Console.WriteLine($"{count} declarations of {Declarations.FieldCount} fields, a file each");
        Console.WriteLine($"{"milliseconds: clock / processor",-36}{"all",16}{"nothing",16}{"one",16}");
        DeclaringProject? project = null;
        for (var round = 0; round < rounds; round++)
        {
            var name = round == 0 ? "cold" : "warm";
            var attributes = new DeclaringProject(sources, new AttributesOnly()).Generate();
            Console.WriteLine($"{$"attributes alone, {name}",-36}{attributes,16}");
            project = new DeclaringProject(sources, new LayoutGenerator(), new RecordGenerator());
            var all = project.Generate();
            var nothing = Again(project, 0);
            project.Replace(count - 1, Declarations.Layout(count - 1, "conectiy"));
            var one = Again(project, 1);
            Console.WriteLine($"{$"generators, {name}",-36}{all,16}{nothing,16}{one,16}");
        }

        Describe(project!, example);
        if (compiles)
        {
            var alone = DeclaringProject.Compile(project!.WithoutGenerator());
            Console.WriteLine($"{"compiler, same properties alone",-36}{alone,16}");
            var with = DeclaringProject.Compile(project.Output);
            Console.WriteLine($"{"compiler, with what is generated",-36}{with,16}");
        }

        return 0;
    }

    /// <summary>Generates once more, and holds against it how many files change.</summary>
    private static Cost Again(DeclaringProject project, int expected)
    {
        var before = project.Generated.ToHashSet();
        var cost = project.Generate();
        var changed = project.Generated.Count(text => !before.Contains(text));
        return changed == expected
            ? cost
            : throw new InvalidOperationException($"{changed} files were generated again instead of {expected}.");
    }

    private static void Describe(DeclaringProject project, string? example)
    {
        var texts = project.Generated.ToList();
        var lines = texts.Average(text => text.Lines.Count);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{texts.Count} files, {lines:0} lines and {texts.Average(text => text.Length):0} characters each"));
        if (example is not null)
        {
            File.WriteAllText(example, texts[^1].ToString());
        }
    }
}
