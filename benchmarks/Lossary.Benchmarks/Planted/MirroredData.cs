using System.Globalization;
using System.Text;
using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Benchmarks;

/// <summary>
/// Data that are as likely with all signs reversed: whatever is done to the target's upper side then fares as well, in
/// expectation, as the same done to its lower side.
/// </summary>
/// <remarks>
/// Features are symmetric, the target is an odd function of them plus normal noise, the networks' weights start
/// symmetric. So the pinball losses of levels 0.3 and 0.7 have the same distribution of mean absolute errors, and their
/// difference has the mean 0 and, from one data set to the next, a spread of its own: rows that happen to lie high are in
/// most training parts at once, which is what the corrected test is to allow for.
/// </remarks>
internal static class MirroredData
{
    public const int Rows = 300;

    public static readonly IReadOnlyList<string> Losses = ["quantile:level=0.3", "quantile:level=0.7"];

    public static Table Make(int seed)
    {
        RandomStream random = new RandomStream((ulong)seed).Split("mirrored pair");
        StringBuilder text = new("a,b,c,y\n");
        for (int row = 0; row < Rows; row++)
        {
            double a = random.NextNormal(), b = random.NextNormal(), c = random.NextNormal();
            double y = a + RealFunctions.Tanh(2 * b) + (0.7 * random.NextNormal());
            text.Append(CultureInfo.InvariantCulture, $"{a:F4},{b:F4},{c:F4},{y:F4}\n");
        }

        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text.ToString()));
        return CsvFile.Read(stream, "mirrored-pair");
    }
}
