using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The inputs of a loss of several arrays by their names, how to weigh and how to reduce.</summary>
/// <remarks>
/// An input that a gradient is wanted for is a variable, made by <see cref="Tensor{T}.Variable"/> or with memory of
/// your own for its gradient; the others are constants. Kept from call to call it keeps its working memory too: a call
/// that does the same as the one before allocates nothing where the loss is one formula, and else a few small objects,
/// however large the batch. For one thread.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class LossInputs<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Dictionary<string, Tensor<T>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _extents = new(StringComparer.Ordinal);

    /// <summary>An input, by its card's name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">
    /// It was not given; see <see cref="Find"/> for what is optional.
    /// </exception>
    public Tensor<T> this[string name]
    {
        get => _byName[name];
        set => _byName[name] = value;
    }

    /// <summary>The names given.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>One for each term, in its order, or empty; not negative. A term of weight 0 is out.</summary>
    public ReadOnlyMemory<T> Weights { get; set; }

    /// <summary>One for each term, in its order, or empty; false is out.</summary>
    public ReadOnlyMemory<bool> Mask { get; set; }

    /// <summary>Receives each term times its weight, unreduced; or empty.</summary>
    public Memory<T> Values { get; set; }

    /// <summary>What gradients are scaled for, and what <see cref="Totals.Mean"/> divides by.</summary>
    /// <remarks><see cref="Reduction.MeanOverRows"/> divides by the first extent of the terms.</remarks>
    public Reduction Reduction { get; set; } = Reduction.Mean;

    /// <summary>The tape that plain evaluations run on.</summary>
    internal Tape<T> Tape { get; } = new();

    /// <summary>An input that may have been left out.</summary>
    /// <param name="name">Its card's name.</param>
    /// <returns>Null where it was not given.</returns>
    public Tensor<T>? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>What an extent's symbol stands for; known once the inputs are checked.</summary>
    /// <param name="symbol">As in <see cref="InputCard.Shape"/>.</param>
    /// <exception cref="KeyNotFoundException">No input has such an extent.</exception>
    public int Extent(string symbol) => _extents[symbol];

    /// <summary>An input of whole numbers: class numbers, lengths.</summary>
    /// <param name="name">Its card's name.</param>
    /// <returns>A copy.</returns>
    public int[] Whole(string name)
    {
        int[] numbers = new int[this[name].Shape.Length];
        Truncate(name, numbers);
        return numbers;
    }

    /// <summary>An input of whole numbers, in memory of a tape: the form for a loss's own graph.</summary>
    /// <param name="tape">The tape that the loss is computed on.</param>
    /// <param name="name">Its card's name.</param>
    /// <returns>A copy that lasts until the tape's next reset.</returns>
    public int[] Whole(Tape<T> tape, string name)
    {
        ArgumentNullException.ThrowIfNull(tape);
        int[] numbers = tape.RentArray<int>(this[name].Shape.Length);
        Truncate(name, numbers);
        return numbers;
    }

    /// <summary>Whether the checked inputs are a batch without samples, which has no terms.</summary>
    internal bool HasNoRows =>
        (_extents.TryGetValue("n", out int rows) || _extents.TryGetValue("…", out rows)) && rows == 0;

    /// <summary>
    /// Says that one input's extent is what its symbol stands for; what it stood for before, if it did.
    /// </summary>
    internal int Bind(string symbol, int extent) => _extents.TryAdd(symbol, extent) ? extent : _extents[symbol];

    /// <summary>Forgets what symbols stand for.</summary>
    internal void Unbind() => _extents.Clear();

    private void Truncate(string name, Span<int> numbers)
    {
        ReadOnlySpan<T> values = this[name].Values;
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = int.CreateTruncating(values[i]);
        }
    }
}
