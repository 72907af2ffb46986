namespace FormatKit;

/// <summary>How much of a specification is demanded.</summary>
public enum Strictness
{
    /// <summary>All of it: for what we write, and for judging writers.</summary>
    Spec,

    /// <summary>What readers rely on: rules marked <see cref="StrictAttribute"/> are not reported.</summary>
    Wild,
}
