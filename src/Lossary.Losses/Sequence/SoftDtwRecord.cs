using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The slopes of soft dynamic time warping; where a gradient is differentiated, the same sums in steps of the tape.
/// </summary>
internal sealed class SoftDtwRecord<T> : TermSlopesRecord<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private Tensor<T> _first = null!; // Set right after the record is taken.
    private Tensor<T> _second = null!; // Set right after the record is taken.
    private int[] _firstLengths = [];
    private int[] _secondLengths = [];
    private double _gamma;

    /// <summary>Keeps what the composition needs.</summary>
    public void Keep(Tensor<T> first, Tensor<T> second, int[] firstLengths, int[] secondLengths, double gamma)
    {
        _first = first;
        _second = second;
        _firstLengths = firstLengths;
        _secondLengths = secondLengths;
        _gamma = gamma;
    }

    internal override void RecordBackward(GradientPass<T> pass) => pass.Compose(this, _first, _second);

    /// <remarks>A diagonal of pairs of steps at a time: each needs the two before alone.</remarks>
    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs)
    {
        int samples = _first.Shape[0], rows = _first.Shape[1], columns = _second.Shape[1];
        Tensor<T> powers = Powers(tape, inputs[0], inputs[1]);
        Tensor<T> before = tape.NoPaths(new Shape(rows, samples)), last = before;
        Tensor<T> totals = tape.Filled(new Shape(samples), 0);
        for (int diagonal = 0; diagonal < rows + columns - 1; diagonal++)
        {
            Tensor<T> ways = diagonal == 0
                ? tape.Filled(last.Shape, 0)
                : tape.AnyOf(tape.Shifted(before, 1), tape.Shifted(last, 1), last);
            Tensor<T> sums = tape.Add(ways, tape.Diagonal(powers, rows, diagonal));
            (before, last) = (last, tape.PathsAt(tape.Crossed(rows, columns, diagonal), sums));
            totals = tape.AddEnds(
                totals, last, diagonal, sample => (_firstLengths[sample] - 1, _secondLengths[sample] - 1));
        }

        return tape.Scale(totals, -_gamma);
    }

    /// <summary>−cost / γ of each pair of steps, <c>[t · s, n]</c>.</summary>
    private Tensor<T> Powers(Tape<T> tape, Tensor<T> first, Tensor<T> second)
    {
        int samples = first.Shape[0], rows = first.Shape[1], columns = second.Shape[1], width = first.Shape[2];
        Tensor<T> differences = tape.Subtract(
            tape.Reshape(tape.Counted(first, _firstLengths), new Shape(samples, rows, 1, width)),
            tape.Reshape(tape.Counted(second, _secondLengths), new Shape(samples, 1, columns, width)));
        Tensor<T> powers = tape.Scale(tape.Sum(tape.Square(differences), [3]), -1 / _gamma);
        return tape.Transpose(tape.Reshape(powers, new Shape(samples, rows * columns)));
    }
}
