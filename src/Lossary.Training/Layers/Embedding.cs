using System.Globalization;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// A trained row of numbers for each word, user or category; the input holds their numbers from 0 on.
/// </summary>
/// <typeparam name="T">float, or double for checks; float counts exactly up to 2²⁴.</typeparam>
public sealed class Embedding<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int? _padding;
    private readonly NetworkParameter<T> _table;

    /// <summary>Makes a layer.</summary>
    /// <param name="count">How many words there are; positive.</param>
    /// <param name="width">How many numbers each gets; positive.</param>
    /// <param name="padding">A word that stands for nothing: its row starts at 0 and stays; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Embedding(int count, int width, int? padding = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        if (padding is int row && (row < 0 || row >= count))
        {
            throw new ArgumentOutOfRangeException(
                nameof(padding), padding, $"Must be a word's number, 0 to {count - 1}, or null.");
        }

        _padding = padding;
        _table = new NetworkParameter<T>("table", new Shape(count, width), isPenalized: true);
        Parameters = [_table];
    }

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"embedding of {_table.Shape[0]}");

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input.Insert(input.Rank, _table.Shape[1]);

    /// <inheritdoc/>
    /// <remarks>Normally distributed with variance 1, as PyTorch has it.</remarks>
    public override void Initialize(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<T> values = _table.Tensor.Values;
        foreach (ref T value in values)
        {
            value = T.CreateTruncating(random.NextNormal());
        }

        if (_padding is int row)
        {
            values.Slice(row * _table.Shape[1], _table.Shape[1]).Clear();
        }
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) =>
        pass.Tape.Embedding(input, _table.Tensor, _padding);
}
