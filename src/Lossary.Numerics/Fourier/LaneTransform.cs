using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lossary.Numerics;

/// <summary>
/// The discrete Fourier transform of as many complex rows as a register has slots, which stand side by side: element
/// by element, then slot by slot. No slot reads another.
/// </summary>
/// <remarks>
/// Stockham's algorithm, which sorts while it goes, in steps of 4, of 2 and of the odd prime factors; a factor p costs
/// p² for each p elements. Reference: C. Van Loan, Computational Frameworks for the Fast Fourier Transform, 1992,
/// section 1.7, doi:10.1137/1.9781611970999.
/// </remarks>
internal sealed class LaneTransform<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int[] _factors;
    private readonly T[] _cosines;
    private readonly T[] _sines;

    /// <summary>Finds the factors and the roots of unity.</summary>
    /// <param name="length">How many elements a row has; positive.</param>
    public LaneTransform(int length)
    {
        Length = length;
        _factors = FactorsOf(length);
        _cosines = new T[length];
        _sines = new T[length];
        for (int i = 0; i < length; i++)
        {
            (double sine, double cosine) = double.SinCosPi(2.0 * i / length);
            _cosines[i] = T.CreateTruncating(cosine);
            _sines[i] = T.CreateTruncating(-sine);
        }
    }

    /// <summary>How many elements a row has.</summary>
    public int Length { get; }

    /// <summary>X[k] = Σ x[j] e^(−2πijk/n), in place; with parts exchanged, Σ x[j] e^(+2πijk/n).</summary>
    /// <param name="real">The real parts, <c>[length, slots]</c>.</param>
    /// <param name="imaginary">The imaginary parts, <c>[length, slots]</c>.</param>
    /// <param name="spare">As long as both together.</param>
    public void Run(Span<T> real, Span<T> imaginary, Span<T> spare)
    {
        Step from = new(real, imaginary), to = new(spare[..real.Length], spare[real.Length..]);
        int left = Length, stride = Vector<T>.Count;
        foreach (int factor in _factors)
        {
            int parts = left / factor;
            for (int part = 0; part < parts; part++)
            {
                switch (factor)
                {
                    case 4:
                        FourAt(from, to, part, parts, stride);
                        break;
                    case 2:
                        TwoAt(from, to, part, parts, stride);
                        break;
                    default:
                        ManyAt(from, to, part, parts, stride, factor);
                        break;
                }
            }

            left = parts;
            stride *= factor;
            Step swapped = from;
            from = to;
            to = swapped;
        }

        if (_factors.Length % 2 != 0)
        {
            from.Real.CopyTo(real);
            from.Imaginary.CopyTo(imaginary);
        }
    }

    private static int[] FactorsOf(int length)
    {
        List<int> factors = [];
        for (int factor = 4; length > 1;)
        {
            if (length % factor == 0)
            {
                factors.Add(factor);
                length /= factor;
            }
            else
            {
                factor = factor == 4 ? 2 : factor == 2 ? 3 : (long)factor * factor > length ? length : factor + 2;
            }
        }

        return [.. factors];
    }

    /// <summary>Four elements, <paramref name="parts"/> apart, to four that stand together.</summary>
    private void FourAt(Step from, Step to, int part, int parts, int stride)
    {
        int turn = part * (Length / (4 * parts));
        UnitRoot<T> first = RootAt(turn), second = RootAt(2 * turn), third = RootAt(3 * turn);
        for (int slot = 0; slot < stride; slot += Vector<T>.Count)
        {
            int at = slot + (stride * part), apart = stride * parts, place = slot + (4 * stride * part);
            ComplexLane<T> a = from.At(at), b = from.At(at + apart);
            ComplexLane<T> c = from.At(at + (2 * apart)), d = from.At(at + (3 * apart));
            ComplexLane<T> even = a + c, odd = a - c, sum = b + d, turned = (b - d).TurnedBack();
            to.Put(place, even + sum);
            to.Put(place + stride, (odd + turned) * first);
            to.Put(place + (2 * stride), (even - sum) * second);
            to.Put(place + (3 * stride), (odd - turned) * third);
        }
    }

    private void TwoAt(Step from, Step to, int part, int parts, int stride)
    {
        UnitRoot<T> root = RootAt(part * (Length / (2 * parts)));
        for (int slot = 0; slot < stride; slot += Vector<T>.Count)
        {
            int at = slot + (stride * part), place = slot + (2 * stride * part);
            ComplexLane<T> a = from.At(at), b = from.At(at + (stride * parts));
            to.Put(place, a + b);
            to.Put(place + stride, (a - b) * root);
        }
    }

    private void ManyAt(Step from, Step to, int part, int parts, int stride, int factor)
    {
        int turn = part * (Length / (factor * parts)), whole = Length / factor;
        for (int slot = 0; slot < stride; slot += Vector<T>.Count)
        {
            int at = slot + (stride * part), place = slot + (factor * stride * part);
            for (int k = 0; k < factor; k++)
            {
                ComplexLane<T> sum = from.At(at);
                for (int j = 1; j < factor; j++)
                {
                    int power = (int)((long)j * k % factor);
                    sum += from.At(at + (j * stride * parts)) * RootAt(power * whole);
                }

                to.Put(place + (k * stride), sum * RootAt(k * turn));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private UnitRoot<T> RootAt(int turn) => new(_cosines[turn], _sines[turn]);

    /// <summary>What one step reads, or writes.</summary>
    private readonly ref struct Step(Span<T> real, Span<T> imaginary)
    {
        public readonly Span<T> Real = real;
        public readonly Span<T> Imaginary = imaginary;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ComplexLane<T> At(int place) => new(
            Vector.LoadUnsafe(ref MemoryMarshal.GetReference(Real), (nuint)place),
            Vector.LoadUnsafe(ref MemoryMarshal.GetReference(Imaginary), (nuint)place));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Put(int place, ComplexLane<T> numbers)
        {
            Vector.StoreUnsafe(numbers.Real, ref MemoryMarshal.GetReference(Real), (nuint)place);
            Vector.StoreUnsafe(numbers.Imaginary, ref MemoryMarshal.GetReference(Imaginary), (nuint)place);
        }
    }
}
