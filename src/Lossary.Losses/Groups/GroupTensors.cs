using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>One group on a tape, and the steps that the compositions of group formulas share.</summary>
internal readonly ref struct GroupTensors<T>(Tape<T> tape, GroupRows rows, Tensor<T> first, Tensor<T> slopes)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>So far below any number that it counts nothing in a sum of exponentials.</summary>
    public const double Nothing = -1e30;

    /// <summary>The tape to compute on.</summary>
    public Tape<T> Tape { get; } = tape;

    /// <summary>The group's numbers, to choose and to order by.</summary>
    public GroupRows Rows { get; } = rows;

    /// <summary>The first column, [rows]: what the loss is differentiated by.</summary>
    public Tensor<T> First { get; } = first;

    /// <summary>The derivatives that the formula found, [rows]; constant.</summary>
    public Tensor<T> Slopes { get; } = slopes;

    /// <summary>How many rows the group has.</summary>
    public int Count => Rows.Count;

    /// <summary>For each row, along the second axis, its number less that of each row, along the first.</summary>
    public Tensor<T> Differences => Tape.Subtract(
        Tape.Reshape(First, new Shape(1, Count)), Tape.Reshape(First, new Shape(Count, 1)));

    /// <summary>A constant for each row, [rows].</summary>
    public Tensor<T> Constant(ReadOnlySpan<double> numbers) => Constant(new Shape(Count), numbers);

    /// <summary>A constant.</summary>
    public Tensor<T> Constant(Shape shape, ReadOnlySpan<double> numbers)
    {
        Tensor<T> constant = Tape.Rent(shape);
        for (int i = 0; i < numbers.Length; i++)
        {
            constant.Values[i] = T.CreateTruncating(numbers[i]);
        }

        return constant;
    }

    /// <summary>Each row's number times a constant, summed, [1].</summary>
    public Tensor<T> Dot(ReadOnlySpan<double> constants, Tensor<T> numbers) =>
        Tape.Sum(Tape.Multiply(Constant(numbers.Shape, constants), numbers));

    /// <summary>ln Σⱼ exp(log weightᵢⱼ + xⱼ) for rows of weights, [m, rows] to [m].</summary>
    public Tensor<T> LogSums(Shape shape, ReadOnlySpan<double> logWeights) =>
        Tape.LogSumExp(Tape.Add(Constant(shape, logWeights), First), [-1]);

    /// <summary>Σ share · ln(1 + e^(−σ (xᵢ − xⱼ))) over pairs of a better row i and another j, [1].</summary>
    /// <param name="shares">Row by row of the better ones, [rows · rows]; 0 for a pair that does not count.</param>
    /// <param name="sigma">How steep the logistic curve is.</param>
    public Tensor<T> LogisticPairs(ReadOnlySpan<double> shares, double sigma) =>
        Dot(shares, Tape.Formula(default(SoftplusOf), Tape.Scale(Differences, sigma)));
}
