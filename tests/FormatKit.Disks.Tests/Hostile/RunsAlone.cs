namespace FormatKit.Disks.Tests.Hostile;

/// <summary>Tests that measure the process and therefore run when no others do.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
