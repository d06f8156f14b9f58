using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What sums over paths have in common where they are computed in steps of the tape, in logarithms.</summary>
internal static class PathSteps
{
    /// <summary>
    /// Stands for the logarithm of no probability, so that no difference of two infinities is taken; any real type has
    /// room for many of them.
    /// </summary>
    private const double Never = -1e30;

    /// <summary>No path at all.</summary>
    public static Tensor<T> NoPaths<T>(this Tape<T> tape, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Filled(shape, Never);

    /// <summary>A constant.</summary>
    public static Tensor<T> Filled<T>(this Tape<T> tape, Shape shape, double value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> filled = tape.Rent(shape);
        filled.Values.Fill(T.CreateTruncating(value));
        return filled;
    }

    /// <summary>1 at the numbers that are chosen by their place in row-major order, and 0 elsewhere.</summary>
    public static Tensor<T> Marks<T>(this Tape<T> tape, Shape shape, Func<int, bool> isChosen)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> marks = tape.Rent(shape);
        for (int i = 0; i < shape.Length; i++)
        {
            marks.Values[i] = isChosen(i) ? T.One : T.Zero;
        }

        return marks;
    }

    /// <summary>The input where the marks are, and no path elsewhere.</summary>
    public static Tensor<T> PathsAt<T>(this Tape<T> tape, Tensor<T> marks, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Where(marks, input, tape.NoPaths(new Shape(1)));

    /// <summary>Logarithms, with −∞ made finite.</summary>
    public static Tensor<T> Bounded<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.PathsAt(tape.Marks(input.Shape, i => !(input.Values[i] <= T.CreateTruncating(Never))), input);

    /// <summary>1 where a sum over paths has any; also where it is not a number.</summary>
    public static Tensor<T> HasPaths<T>(this Tape<T> tape, Tensor<T> sums)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Marks(sums.Shape, i => !(sums.Values[i] <= T.CreateTruncating(Never / 2)));

    /// <summary>The first steps of each sample, and 0 behind them: what stands there is never read.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[n, t, width]</c>.</param>
    /// <param name="lengths">How many steps of each sample count, <c>[n]</c>.</param>
    public static Tensor<T> Counted<T>(this Tape<T> tape, Tensor<T> input, int[] lengths)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int steps = input.Shape[1];
        Tensor<T> marks = tape.Marks(new Shape(input.Shape[0], steps, 1), i => i % steps < lengths[i / steps]);
        return tape.Where(marks, input, tape.Filled(new Shape(1), 0));
    }

    /// <summary>Each row in the place of one further down; no path in the first.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="rows">Shape <c>[rows, n]</c>.</param>
    /// <param name="by">How far down.</param>
    public static Tensor<T> Shifted<T>(this Tape<T> tape, Tensor<T> rows, int by)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = rows.Shape[0];
        return by >= count
            ? tape.NoPaths(rows.Shape)
            : tape.Concatenate(0, tape.NoPaths(new Shape(by, rows.Shape[1])), tape.Slice(rows, 0, 0, count - by));
    }

    /// <summary>Paths that come by any of several ways.</summary>
    public static Tensor<T> AnyOf<T>(this Tape<T> tape, params ReadOnlySpan<Tensor<T>> ways)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.LogSumExp(tape.Stack(0, ways), [0]);

    /// <summary>The cells of a grid whose row and column add up to the same.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="grid">Shape <c>[rows · columns, n]</c>.</param>
    /// <param name="rows">How many rows the grid has.</param>
    /// <param name="diagonal">Row plus column.</param>
    /// <returns>Shape <c>[rows, n]</c>; any finite number in rows that the diagonal misses.</returns>
    public static Tensor<T> Diagonal<T>(this Tape<T> tape, Tensor<T> grid, int rows, int diagonal)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int columns = grid.Shape[0] / rows;
        Tensor<T> cells = tape.Rent(new Shape(rows));
        for (int row = 0; row < rows; row++)
        {
            cells.Values[row] = T.CreateTruncating((row * columns) + Math.Clamp(diagonal - row, 0, columns - 1));
        }

        return tape.Gather(grid, cells);
    }

    /// <summary>1 in the rows in which a diagonal crosses a grid, shape <c>[rows, 1]</c>.</summary>
    public static Tensor<T> Crossed<T>(this Tape<T> tape, int rows, int columns, int diagonal)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Marks(new Shape(rows, 1), row => diagonal - row >= 0 && diagonal - row < columns);

    /// <summary>Adds what stands in the last cells of samples that end on a diagonal.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="totals">What came so far, <c>[n]</c>.</param>
    /// <param name="cells">The diagonal's cells, <c>[rows, n]</c>.</param>
    /// <param name="diagonal">Row plus column.</param>
    /// <param name="last">The row and column that each sample ends in.</param>
    public static Tensor<T> AddEnds<T>(
        this Tape<T> tape, Tensor<T> totals, Tensor<T> cells, int diagonal, Func<int, (int Row, int Column)> last)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int samples = cells.Shape[1];
        Tensor<T> ends = tape.Marks(cells.Shape, i => last(i % samples) == (i / samples, diagonal - (i / samples)));
        Tensor<T> own = tape.Where(ends, cells, tape.Filled(new Shape(1), 0));
        return ends.Values.Contains(T.One) ? tape.Add(totals, tape.Sum(own, [0])) : totals;
    }
}
