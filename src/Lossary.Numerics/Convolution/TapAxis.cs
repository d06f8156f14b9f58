namespace Lossary.Numerics;

/// <summary>
/// Along one axis: which taps of the kernel an output position sums over, and where each of them reads.
/// </summary>
/// <remarks>
/// The taps inside the image are an arithmetic progression, and so are the places they read: nothing is spent on
/// padding. The input gradient of a convolution is one too, with the taps in opposite order; where it was strided, a
/// position has only every so many-th tap.
/// </remarks>
internal readonly struct TapAxis
{
    private readonly int _length;
    private readonly int _taps;
    private readonly int _padding;
    private readonly int _dilation;
    private readonly int _stride;
    private readonly bool _isBackward;

    private TapAxis(int length, int positions, int taps, int stride, int padding, int dilation, bool isBackward)
    {
        int common = CommonDivisor(stride, dilation);
        _length = length;
        _taps = taps;
        _stride = stride;
        _dilation = dilation;
        _padding = padding;
        _isBackward = isBackward;
        Positions = positions;
        TapStep = isBackward ? stride / common : 1;
        PlaceStep = isBackward ? dilation / common : dilation;
        PositionStep = isBackward ? stride : 1;
        PlaceShift = isBackward ? 1 : stride;
    }

    /// <summary>How many output positions there are.</summary>
    public int Positions { get; }

    /// <summary>From one tap of a position to its next.</summary>
    public int TapStep { get; }

    /// <summary>From the place that a tap reads to the place of the position's next tap.</summary>
    public int PlaceStep { get; }

    /// <summary>From a position to the next that has the same taps.</summary>
    public int PositionStep { get; }

    /// <summary>How much further that next position reads.</summary>
    public int PlaceShift { get; }

    /// <summary>From positions of the output to places in the input.</summary>
    public static TapAxis Forward(int length, int positions, int taps, int stride, int padding, int dilation) =>
        new(length, positions, taps, stride, padding, dilation, isBackward: false);

    /// <summary>From positions of the input to places in the output's gradient; taps count from the last.</summary>
    public static TapAxis Backward(int length, int positions, int taps, int stride, int padding, int dilation) =>
        new(positions, length, taps, stride, padding, dilation, isBackward: true);

    /// <summary>The taps of a position, and how far the run of positions with the same taps goes.</summary>
    public TapRun At(int position)
    {
        int tap = 0, place, count = _taps;
        if (_isBackward)
        {
            int reach = position + _padding - ((_taps - 1) * _dilation);
            while (tap < TapStep && (reach + (tap * _dilation)) % _stride != 0)
            {
                tap++;
            }

            if (tap == TapStep || tap >= _taps)
            {
                return new TapRun(0, 0, 0, 1);
            }

            place = (reach + (tap * _dilation)) / _stride;
            count = ((_taps - 1 - tap) / TapStep) + 1;
        }
        else
        {
            place = (position * _stride) - _padding;
        }

        int skipped = place < 0 ? Math.Min(count, (-place + PlaceStep - 1) / PlaceStep) : 0;
        int within = place >= _length ? 0 : Math.Min(count, ((_length - 1 - place) / PlaceStep) + 1);
        if (skipped > 0 || within < count)
        {
            return new TapRun(
                tap + (skipped * TapStep), place + (skipped * PlaceStep), Math.Max(0, within - skipped), 1);
        }

        // All taps inside: so they are for the following positions, until the last tap leaves the image.
        int room = (_length - 1 - (place + ((count - 1) * PlaceStep))) / PlaceShift;
        return new TapRun(tap, place, count, 1 + Math.Min(room, (Positions - 1 - position) / PositionStep));
    }

    private static int CommonDivisor(int x, int y)
    {
        while (y != 0)
        {
            (x, y) = (y, x % y);
        }

        return x;
    }
}

/// <summary>The taps of a run of positions.</summary>
/// <param name="Tap">The first tap.</param>
/// <param name="Place">Where it reads for the first position.</param>
/// <param name="Count">How many taps there are; may be none.</param>
/// <param name="Length">For how many positions that holds.</param>
internal readonly record struct TapRun(int Tap, int Place, int Count, int Length);
