namespace FormatKit.Testing.Tests.Canaries;

/// <summary>
/// What a <see cref="RecordCanary{TBug}"/> does wrong: honest, but for the members that a bug replaces.
/// </summary>
internal interface IPlantedRecordBug
{
    /// <summary>Whether the codec has the byte order of the table.</summary>
    static virtual bool IsInTableOrder => true;

    /// <summary>Whether reading looks at the sum.</summary>
    static virtual bool ValidatesSum => true;

    /// <summary>Whether a sum that is not there is taken for right.</summary>
    static virtual bool ForgivesMissingSum => false;

    /// <summary>Whether room for the items is made before anyone looks whether they are there.</summary>
    static virtual bool AllocatesFirst => false;

    /// <summary>Whether an unknown kind is a reason to throw.</summary>
    static virtual bool ThrowsForUnknownKinds => false;

    /// <summary>Whether a sum of a record without items is left as the buffer has it.</summary>
    static virtual bool ForgetsToWriteSum => false;

    /// <summary>What is written for an item.</summary>
    static virtual ushort Put(ushort item) => item;
}
