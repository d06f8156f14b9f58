using System.Collections.Concurrent;
using System.Numerics;

namespace Lossary.Numerics;

/// <summary>Discrete Fourier transforms of real rows, in n log n steps where the length has small factors.</summary>
/// <remarks>
/// <code>
/// X[k] = Σ x[j] e^(−2πijk/n)        k = 0 … n/2
/// </code>
/// The other half mirrors this one. Several rows are transformed at once, each by itself: its bits do not depend on the
/// others. A row of even length is transformed as one of half the length that is complex. For any number of threads at
/// once. Reference: C. Van Loan, Computational Frameworks for the Fast Fourier Transform, 1992,
/// doi:10.1137/1.9781611970999.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class RealFourierTransform<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly ConcurrentDictionary<int, RealFourierTransform<T>> s_known = new();
    private static readonly T s_half = T.CreateTruncating(0.5);

    private readonly LaneTransform<T> _lanes;
    private readonly T[] _cosines;
    private readonly T[] _sines;
    private readonly bool _isHalved;

    private RealFourierTransform(int length)
    {
        Length = length;
        _isHalved = length % 2 == 0;
        _lanes = new(_isHalved ? length / 2 : length);
        _cosines = new T[Frequencies];
        _sines = new T[Frequencies];
        for (int k = 0; k < Frequencies; k++)
        {
            (double sine, double cosine) = double.SinCosPi(2.0 * k / length);
            _cosines[k] = T.CreateTruncating(cosine);
            _sines[k] = T.CreateTruncating(sine);
        }
    }

    /// <summary>How many rows one call takes at most.</summary>
    public static int RowsAtOnce => Vector<T>.Count;

    /// <summary>How many numbers a row has.</summary>
    public int Length { get; }

    /// <summary>How many frequencies a row has: half the length, and 0.</summary>
    public int Frequencies => 1 + (Length / 2);

    /// <summary>How many numbers a call works in.</summary>
    public int WorkspaceLength => 4 * _lanes.Length * RowsAtOnce;

    /// <summary>The transform of a length; made once.</summary>
    /// <param name="length">How many numbers a row has; 1 and above.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
    public static RealFourierTransform<T> Of(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        return s_known.GetOrAdd(length, static length => new(length));
    }

    /// <summary>The transforms of rows.</summary>
    /// <param name="rows">Shape <c>[rows, length]</c>; not more than <see cref="RowsAtOnce"/>.</param>
    /// <param name="real">Receives the real parts, <c>[rows, frequencies]</c>.</param>
    /// <param name="imaginary">Receives the imaginary parts, <c>[rows, frequencies]</c>.</param>
    /// <param name="workspace"><see cref="WorkspaceLength"/> numbers; what stands in it is arbitrary.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Forward(ReadOnlySpan<T> rows, Span<T> real, Span<T> imaginary, Span<T> workspace)
    {
        int count = CountOf(rows.Length, real.Length, imaginary.Length, workspace.Length);
        int size = _lanes.Length * RowsAtOnce;
        Span<T> x = workspace[..size], y = workspace.Slice(size, size);
        workspace[..(2 * size)].Clear();
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<T> numbers = rows.Slice(row * Length, Length);
            for (int j = 0; j < _lanes.Length; j++)
            {
                int at = (j * RowsAtOnce) + row;
                x[at] = _isHalved ? numbers[2 * j] : numbers[j];
                y[at] = _isHalved ? numbers[(2 * j) + 1] : T.Zero;
            }
        }

        _lanes.Run(x, y, workspace.Slice(2 * size, 2 * size));
        for (int row = 0; row < count; row++)
        {
            Span<T> toReal = real.Slice(row * Frequencies, Frequencies);
            Span<T> toImaginary = imaginary.Slice(row * Frequencies, Frequencies);
            for (int k = 0; k < Frequencies; k++)
            {
                (toReal[k], toImaginary[k]) = FrequencyOf(x[row..], y[row..], k);
            }
        }
    }

    /// <summary>
    /// The transposed map, which takes derivatives by frequencies to those by the rows: x[j] = Σ real[k] cos(2πjk/n) −
    /// imaginary[k] sin(2πjk/n), for k = 0 … n/2.
    /// </summary>
    /// <param name="real">Shape <c>[rows, frequencies]</c>; not more rows than <see cref="RowsAtOnce"/>.</param>
    /// <param name="imaginary">Shape <c>[rows, frequencies]</c>.</param>
    /// <param name="rows">Receives the rows, <c>[rows, length]</c>.</param>
    /// <param name="workspace"><see cref="WorkspaceLength"/> numbers; what stands in it is arbitrary.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Transposed(ReadOnlySpan<T> real, ReadOnlySpan<T> imaginary, Span<T> rows, Span<T> workspace)
    {
        int count = CountOf(rows.Length, real.Length, imaginary.Length, workspace.Length);
        int size = _lanes.Length * RowsAtOnce;
        Span<T> x = workspace[..size], y = workspace.Slice(size, size);
        workspace[..(2 * size)].Clear();
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<T> ofReal = real.Slice(row * Frequencies, Frequencies);
            ReadOnlySpan<T> ofImaginary = imaginary.Slice(row * Frequencies, Frequencies);
            for (int k = 0; k < _lanes.Length; k++)
            {
                int at = (k * RowsAtOnce) + row;
                (x[at], y[at]) = SpectrumOf(ofReal, ofImaginary, k);
            }
        }

        // Exchanged parts turn the other way.
        _lanes.Run(y, x, workspace.Slice(2 * size, 2 * size));
        for (int row = 0; row < count; row++)
        {
            Span<T> numbers = rows.Slice(row * Length, Length);
            for (int j = 0; j < _lanes.Length; j++)
            {
                int at = (j * RowsAtOnce) + row;
                numbers[_isHalved ? 2 * j : j] = x[at];
                if (_isHalved)
                {
                    numbers[(2 * j) + 1] = y[at];
                }
            }
        }
    }

    /// <summary>From the transform of even places plus i times odd ones: their sum under a turn.</summary>
    private (T Real, T Imaginary) FrequencyOf(ReadOnlySpan<T> x, ReadOnlySpan<T> y, int k)
    {
        if (!_isHalved)
        {
            return (x[k * RowsAtOnce], y[k * RowsAtOnce]);
        }

        int half = _lanes.Length, here = k % half * RowsAtOnce, mirrored = (half - k) % half * RowsAtOnce;
        T evenReal = s_half * (x[here] + x[mirrored]), evenImaginary = s_half * (y[here] - y[mirrored]);
        T oddReal = s_half * (y[here] + y[mirrored]), oddImaginary = s_half * (x[mirrored] - x[here]);
        T cosine = _cosines[k], sine = _sines[k];
        return (
            evenReal + ((cosine * oddReal) + (sine * oddImaginary)),
            evenImaginary + ((cosine * oddImaginary) - (sine * oddReal)));
    }

    /// <summary>What to transform, so that the real part of a sum over half of the frequencies comes out.</summary>
    private (T Real, T Imaginary) SpectrumOf(ReadOnlySpan<T> real, ReadOnlySpan<T> imaginary, int k)
    {
        if (!_isHalved)
        {
            int mirror = k < Frequencies ? k : Length - k;
            T sign = k < Frequencies ? T.One : -T.One;
            return k == 0 ? (real[0], T.Zero) : (s_half * real[mirror], sign * s_half * imaginary[mirror]);
        }

        int half = _lanes.Length, other = half - k;
        T share = k == 0 ? T.One : s_half;
        T hereReal = share * real[k], hereImaginary = k == 0 ? T.Zero : s_half * imaginary[k];
        T thereReal = share * real[other], thereImaginary = k == 0 ? T.Zero : -s_half * imaginary[other];
        T gapReal = hereReal - thereReal, gapImaginary = hereImaginary - thereImaginary;
        T cosine = _cosines[k], sine = _sines[k];
        return (
            hereReal + thereReal - ((cosine * gapImaginary) + (sine * gapReal)),
            hereImaginary + thereImaginary + ((cosine * gapReal) - (sine * gapImaginary)));
    }

    private int CountOf(int rows, int real, int imaginary, int workspace)
    {
        int count = rows / Length;
        if (rows != count * Length || count > RowsAtOnce)
        {
            throw new ArgumentException(
                $"rows has {rows} elements; expected are up to {RowsAtOnce} rows of {Length}.", nameof(rows));
        }

        Require(real, count * Frequencies, nameof(real));
        Require(imaginary, count * Frequencies, nameof(imaginary));
        return workspace >= WorkspaceLength
            ? count
            : throw new ArgumentException(
                $"workspace has {workspace} elements; expected are {WorkspaceLength}.", nameof(workspace));
    }

    private static void Require(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name} has {length} elements; expected are {expected}.", name);
        }
    }
}
