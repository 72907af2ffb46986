using System.Diagnostics;

namespace FormatKit;

/// <summary>Arrays of records whose elements came before, in a record that is not whole.</summary>
public ref partial struct RecordReader
{
    /// <summary>A reader at the start of some bytes of which parts were read before.</summary>
    internal RecordReader(ReadOnlySpan<byte> bytes, bool isFinal, RecordProgress progress)
        : this(bytes, isFinal) => _progress = progress;

    /// <summary>Reads the elements that are missing, from where they start.</summary>
    internal bool TryReadOn<TOuter, T>(RecordSequence<TOuter, T> sequence)
        where TOuter : IBinaryRecord<TOuter>
        where T : IBinaryRecord<T>
    {
        (_position, _depth) = (sequence.Position, sequence.Depth);
        var mark = _progress!.Mark;
        while (sequence.GoesOn(Left))
        {
            _progress.ThrowIfCancelled();
            var start = _position;
            if (sequence.Count is null && sequence.Length == sequence.Max)
            {
                Refuse(ViolationKind.TooLarge, (ulong)sequence.Max + 1, (ulong)sequence.Max);
                return Fail<TOuter>(sequence.Field);
            }

            if (!TryReadElement<TOuter, T>(sequence.Field, sequence.Length, out var element))
            {
                return false;
            }

            _progress.Forget(mark, _violations is not null);
            if (sequence.Add(element, _position))
            {
                break;
            }

            if (sequence.Count is null && _position == start)
            {
                Refuse(ViolationKind.NoProgress, 0, 1);
                return Fail<TOuter>(sequence.Field);
            }
        }

        sequence.Complete();
        return true;
    }

    private bool TryReadSequence<TOuter, T>(
        int field, int? count, int max, Func<T, bool>? isLast, bool needsLast, out T[] values)
        where TOuter : IBinaryRecord<TOuter>
        where T : IBinaryRecord<T>
    {
        var sequence = (RecordSequence<TOuter, T>?)_progress!.Next();
        if (sequence is null)
        {
            sequence = new RecordSequence<TOuter, T>(_position)
            {
                Field = field, Depth = _depth, Count = count, Max = max, IsLast = isLast, NeedsLast = needsLast,
            };
            _progress.Begin(sequence);
        }

        Debug.Assert(sequence.Field == field && sequence.Depth == _depth, "Arrays are asked for in their order.");
        if (!sequence.IsComplete && !TryReadOn(sequence))
        {
            values = [];
            return false;
        }

        (_position, values) = (sequence.Position, sequence.Values);
        return true;
    }
}
