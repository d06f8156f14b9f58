using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The slopes of connectionist temporal classification; where a gradient is differentiated, the same sums in steps of
/// the tape.
/// </summary>
/// <remarks>There, a sample whose labels cannot be read in its steps has a gradient of 0.</remarks>
internal sealed class CtcRecord<T> : TermSlopesRecord<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private Tensor<T> _scores = null!; // Set right after the record is taken.
    private LabelRows _labels;
    private bool _areLogits;

    private int States => (2 * _labels.Width) + 1;

    /// <summary>Keeps what the composition needs.</summary>
    public void Keep(Tensor<T> scores, in LabelRows labels, bool areLogits)
    {
        _scores = scores;
        _labels = labels;
        _areLogits = areLogits;
    }

    internal override void RecordBackward(GradientPass<T> pass) => pass.Compose(this, _scores);

    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs)
    {
        int samples = _scores.Shape[0], steps = _scores.Shape[1];
        Shape row = new(States, samples);
        Tensor<T> shown = Shown(tape, inputs[0]);
        Tensor<T> skips = tape.Marks(row, i => IsSkip(i % samples, i / samples));
        Tensor<T> paths = tape.PathsAt(tape.Marks(row, i => i / samples < 2), tape.Filled(row, 0));
        for (int step = 0; step < steps; step++)
        {
            Tensor<T> ways = step == 0
                ? paths
                : tape.AnyOf(paths, tape.Shifted(paths, 1), tape.PathsAt(skips, tape.Shifted(paths, 2)));
            Tensor<T> next = tape.Add(ways, tape.Reshape(tape.Slice(shown, 0, step, 1), row));
            int now = step;
            Tensor<T> isReached = tape.Marks(new Shape(1, samples), sample => now < _labels.StepCounts[sample]);
            paths = tape.Where(isReached, next, paths);
        }

        Tensor<T> last = tape.Marks(row, i => IsLast(i % samples, i / samples));
        Tensor<T> totals = tape.LogSumExp(tape.PathsAt(last, paths), [0]);
        Tensor<T> counts = tape.Multiply(
            tape.HasPaths(totals), tape.Marks(totals.Shape, sample => _labels.StepCounts[sample] > 0));
        return tape.Where(counts, tape.Negate(totals), tape.Filled(new Shape(1), 0));
    }

    /// <summary>The logarithms of what each state shows at each step, <c>[t, states, n]</c>.</summary>
    private Tensor<T> Shown(Tape<T> tape, Tensor<T> scores)
    {
        int samples = scores.Shape[0], steps = scores.Shape[1], classes = scores.Shape[2];
        Tensor<T> counted = tape.Counted(scores, _labels.StepCounts);
        Tensor<T> shares = tape.Bounded(_areLogits ? tape.LogSoftmax(counted) : counted);
        Tensor<T> table = tape.Reshape(tape.Permute(shares, [0, 2, 1]), new Shape(samples * classes, steps));
        Tensor<T> rows = tape.Rent(new Shape(samples, States));
        for (int i = 0; i < rows.Shape.Length; i++)
        {
            int sample = i / States;
            rows.Values[i] = T.CreateTruncating((sample * classes) + ClassOf(sample, i % States));
        }

        return tape.Permute(tape.Gather(table, rows), [2, 1, 0]);
    }

    /// <summary>What a state shows: a label, or the blank between two and behind the last.</summary>
    private int ClassOf(int sample, int state) =>
        state % 2 == 1 && state / 2 < _labels.LabelCounts[sample] ? _labels.Of(sample)[state / 2] : _labels.Blank;

    /// <summary>Whether a path may come from two states before, past a blank.</summary>
    private bool IsSkip(int sample, int state)
    {
        ReadOnlySpan<int> labels = _labels.Of(sample);
        int place = state / 2;
        return state % 2 == 1 && place > 0 && place < labels.Length && labels[place] != labels[place - 1];
    }

    /// <summary>Whether all labels are read in a state.</summary>
    private bool IsLast(int sample, int state)
    {
        int states = (2 * _labels.LabelCounts[sample]) + 1;
        return state == states - 1 || state == states - 2;
    }
}
