using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The slopes of a transducer's loss; where a gradient is differentiated, the same sums in steps of the tape.
/// </summary>
internal sealed class TransducerRecord<T> : TermSlopesRecord<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private Tensor<T> _logits = null!; // Set right after the record is taken.
    private LabelRows _labels;
    private bool _isGradientOfValue;

    /// <summary>Keeps what the composition needs.</summary>
    public void Keep(Tensor<T> logits, in LabelRows labels, bool isGradientOfValue)
    {
        _logits = logits;
        _labels = labels;
        _isGradientOfValue = isGradientOfValue;
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (!_isGradientOfValue)
        {
            throw Refusal();
        }

        pass.Compose(this, _logits);
    }

    /// <remarks>A diagonal of the lattice at a time: each needs the one before alone.</remarks>
    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs)
    {
        Shape shape = _logits.Shape;
        int samples = shape[0], steps = shape[1], places = shape[2];
        Tensor<T> flat = tape.Reshape(inputs[0], new Shape(samples, steps, places * shape[3]));
        Tensor<T> counted = tape.Reshape(tape.Counted(flat, _labels.StepCounts), shape);
        Tensor<T> logits = tape.Where(Places(tape), counted, tape.Filled(new Shape(1), 0));
        Tensor<T> shares = tape.Bounded(tape.LogSoftmax(logits));
        Tensor<T> blanks = Cells(tape, shares, (_, _) => _labels.Blank), shown = Cells(tape, shares, LabelAt);
        Tensor<T> cells = tape.NoPaths(new Shape(places, samples)), totals = tape.Filled(new Shape(samples), 0);
        for (int diagonal = 0; diagonal < steps + places - 1; diagonal++)
        {
            Tensor<T> ways = diagonal == 0
                ? tape.Filled(cells.Shape, 0)
                : tape.AnyOf(
                    tape.Add(cells, tape.Diagonal(blanks, places, diagonal - 1)),
                    tape.Shifted(tape.Add(cells, tape.Diagonal(shown, places, diagonal - 1)), 1));
            cells = tape.PathsAt(tape.Crossed(places, steps, diagonal), ways);
            Tensor<T> ends = tape.Add(cells, tape.Diagonal(blanks, places, diagonal));
            totals = tape.AddEnds(
                totals, ends, diagonal, sample => (_labels.LabelCounts[sample], _labels.StepCounts[sample] - 1));
        }

        return tape.Negate(totals);
    }

    /// <summary>1 at the places that a sample has, shape <c>[n, 1, places, 1]</c>.</summary>
    private Tensor<T> Places(Tape<T> tape)
    {
        int places = _logits.Shape[2];
        int[] counts = _labels.LabelCounts;
        return tape.Marks(new Shape(_logits.Shape[0], 1, places, 1), i => i % places <= counts[i / places]);
    }

    /// <summary>The label that is shown at a place; the blank where none is left.</summary>
    private int LabelAt(int sample, int place) =>
        place < _labels.LabelCounts[sample] ? _labels.Of(sample)[place] : _labels.Blank;

    /// <summary>The logarithms of one class's probabilities at each place and step, <c>[places · t, n]</c>.</summary>
    private static Tensor<T> Cells(Tape<T> tape, Tensor<T> shares, Func<int, int, int> classAt)
    {
        Shape shape = shares.Shape;
        int samples = shape[0], steps = shape[1], places = shape[2], classes = shape[3];
        Tensor<T> table = tape.Reshape(
            tape.Permute(shares, [0, 2, 3, 1]), new Shape(samples * places * classes, steps));
        Tensor<T> rows = tape.Rent(new Shape(samples, places));
        for (int i = 0; i < rows.Shape.Length; i++)
        {
            rows.Values[i] = T.CreateTruncating((i * classes) + classAt(i / places, i % places));
        }

        return tape.Reshape(tape.Permute(tape.Gather(table, rows), [1, 2, 0]), new Shape(places * steps, samples));
    }
}
