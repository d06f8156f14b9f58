using System.Diagnostics.CodeAnalysis;

namespace Lossary.Numerics;

/// <summary>
/// Random numbers from a seed: the same ones on every machine, for any number of threads, however the calls are
/// grouped.
/// </summary>
/// <remarks>
/// A sequence of 32-bit words from <see cref="Philox"/>: each draw takes the next one or two, so ten calls give what
/// one call for ten gives. <see cref="Split(ulong)"/> makes streams that have nothing to do with each other: one for
/// the initial weights, one for the batch order, one for each fold. Not safe for use by several threads at once: split
/// instead.
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of random numbers is what the field calls it.")]
public sealed partial class RandomStream
{
    /// <summary>
    /// Splitting asks Philox under another key than drawing does, so no child shares a block with its parent.
    /// </summary>
    private const ulong SplitByNumber = 0x8F1BBCDC_5A827999;
    private const ulong SplitByName = 0xCA62C1D6_6ED9EBA1;

    private readonly ulong _key;
    private readonly ulong _branch;
    private ulong _position;
    private UInt128 _block;

    /// <summary>Starts the stream of a seed.</summary>
    /// <param name="seed">Any number; neighbouring seeds give unrelated streams.</param>
    public RandomStream(ulong seed)
        : this(new RandomState(seed, 0, 0))
    {
    }

    /// <summary>Continues a stream where <see cref="State"/> was read.</summary>
    /// <param name="state">A state read earlier, perhaps from a checkpoint.</param>
    public RandomStream(RandomState state)
    {
        _key = state.Key;
        _branch = state.Branch;
        _position = state.Position;
        if (_position % 4 != 0)
        {
            LoadBlock();
        }
    }

    /// <summary>Where the stream stands.</summary>
    public RandomState State => new(_key, _branch, _position);

    /// <summary>
    /// The stream's child of a number: the same one whenever it is asked for, unrelated to all others.
    /// </summary>
    /// <remarks>Depends on the stream's identity only, not on how far it has been drawn.</remarks>
    /// <param name="key">Which child, for instance the index of a fold or a job.</param>
    public RandomStream Split(ulong key)
    {
        UInt128 identity = Philox.Block(new UInt128(_branch, key), _key ^ SplitByNumber);
        return new RandomStream(new RandomState((ulong)identity, (ulong)(identity >> 64), 0));
    }

    /// <summary>The stream's child of a name, for instance "weights" or "batch order".</summary>
    /// <param name="name">Any text; compared by its UTF-16 code units.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public RandomStream Split(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        UInt128 identity = Philox.Block(new UInt128(_branch, (ulong)name.Length), _key ^ SplitByName);
        for (int i = 0; i < name.Length; i += 4)
        {
            ulong letters = 0;
            for (int j = i; j < Math.Min(i + 4, name.Length); j++)
            {
                letters = (letters << 16) | name[j];
            }

            identity = Philox.Block(
                new UInt128((ulong)(identity >> 64), (ulong)identity ^ letters), _key ^ SplitByName);
        }

        return new RandomStream(new RandomState((ulong)identity, (ulong)(identity >> 64), 0));
    }

    /// <summary>A number of 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_position % 4 == 0)
        {
            LoadBlock();
        }

        uint word = (uint)(_block >> (32 * (int)(_position % 4)));
        _position++;
        return word;
    }

    /// <summary>A number of 64 random bits, from the next two words, the lower one first.</summary>
    public ulong NextUInt64()
    {
        ulong low = NextUInt32();
        return low | ((ulong)NextUInt32() << 32);
    }

    /// <summary>Uniform in [0, 1): one of 2⁵³ equally spaced numbers, from two words.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, 1): one of 2²⁴ equally spaced numbers, from one word.</summary>
    public float NextSingle() => (NextUInt32() >> 8) * (1.0f / (1U << 24));

    /// <summary>Uniform in 0 … <paramref name="bound"/> − 1, each exactly as likely.</summary>
    /// <remarks>
    /// Draws again in the rare case that would favour some results (D. Lemire, "Fast Random Integer Generation in an
    /// Interval", ACM TOMACS 29 (2019), doi:10.1145/3230636).
    /// </remarks>
    /// <param name="bound">One more than the largest result; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is not positive.</exception>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        uint size = (uint)bound, rejected = (0 - size) % size;
        ulong product;
        do
        {
            product = (ulong)NextUInt32() * size;
        }
        while ((uint)product < rejected);
        return (int)(product >> 32);
    }

    /// <summary>A draw from the normal distribution of mean 0 and standard deviation 1, from two words.</summary>
    /// <remarks>
    /// By the inverse of the distribution function: one uniform, one normal, nothing kept for the next call.
    /// </remarks>
    public double NextNormal()
    {
        // 52 bits choose the tail probability, exactly and never 0; the top bit chooses the tail.
        ulong bits = NextUInt64();
        double tail = ((bits & ((1UL << 52) - 1)) + 0.5) * (1.0 / (1UL << 53));
        double quantile = NormalQuantile.OfLowerTail(tail);
        return bits >> 63 == 0 ? quantile : -quantile;
    }

    private void LoadBlock() => _block = Philox.Block(new UInt128(_branch, _position / 4), _key);
}
