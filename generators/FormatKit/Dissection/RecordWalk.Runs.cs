using System.Globalization;

namespace FormatKit;

internal sealed partial class RecordWalk
{
    /// <summary>
    /// Consecutive elements of an array whose rows are not kept, since there are many and none breaks a rule. One row
    /// stands for them, before whatever comes next, so that every byte still has one.
    /// </summary>
    private struct ElementRun(RecordWalk walk, RecordFieldInfo field, string path)
    {
        private int _firstIndex;
        private int _count;
        private int _start;
        private int _end;

        /// <summary>Takes an element whose rows were just added into the run, or ends the run before it.</summary>
        /// <param name="index">Its index.</param>
        /// <param name="start">Where it starts.</param>
        /// <param name="first">Its first row.</param>
        public void Add(int index, int start, int first)
        {
            if (first < RowsKept || walk.Parts.FindIndex(first, part => part.Violations.Count > 0) >= 0)
            {
                End(first);
                return;
            }

            walk.Parts.RemoveRange(first, walk.Parts.Count - first);
            (_firstIndex, _start) = _count == 0 ? (index, start) : (_firstIndex, _start);
            (_count, _end) = (_count + 1, walk.Position);
        }

        /// <summary>Puts the row of the run before a row, where there is a run.</summary>
        public void End(int before)
        {
            if (_count == 0)
            {
                return;
            }

            var last = _firstIndex + _count - 1;
            var range = last == _firstIndex
                ? RecordPath.Element(path, last)
                : string.Create(CultureInfo.InvariantCulture, $"{path}[{_firstIndex}..{last}]");
            var words = string.Create(
                CultureInfo.InvariantCulture, $"{_count} element{(_count == 1 ? "" : "s")}, not shown");
            walk.Parts.Insert(before, new DissectedPart(
                range, _start, walk.BytesFrom(_start, _end - _start), words, field.Doc, [], field, null));
            _count = 0;
        }
    }

    private ReadOnlyMemory<byte> BytesFrom(int start, int length) => whole.AsMemory(start, length);
}
