using System.Globalization;
using System.Text;
using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Studies.Tests;

/// <summary>
/// Tables whose target is a wavy function of four features, with an interaction, plus noise of a known kind.
/// </summary>
internal static class ProfiledData
{
    public static DataProfile Profile(int rows, ulong seed, TaskKind task, Func<RandomStream, double, double, string> target)
    {
        Table table = Build(rows, seed, target);
        return Profiler.Profile(table, Target.Read(table, "y", new TargetOptions { Task = task }));
    }

    /// <param name="rows">How many.</param>
    /// <param name="seed">Of features and noise.</param>
    /// <param name="target">Of the noise's stream, the signal (mean 0, deviation about 1.2) and the first
    /// feature.</param>
    public static Table Build(int rows, ulong seed, Func<RandomStream, double, double, string> target)
    {
        RandomStream random = new(seed);
        StringBuilder text = new("a,b,c,d,y\n");
        for (int i = 0; i < rows; i++)
        {
            double a = random.NextNormal(), b = random.NextNormal(), c = random.NextNormal(), d = random.NextNormal();
            double signal = Math.Sin(2 * a) + Math.Max(b, -0.5 * b) + (0.5 * c * d) - 0.6;
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{c:R},{d:R},{target(random, signal, a)}\n");
        }

        return Read(text.ToString());
    }

    public static Table Read(string text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return CsvFile.Read(stream, "data.csv");
    }

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static double StudentT(RandomStream random, int degrees)
    {
        double squares = 0;
        for (int i = 0; i < degrees; i++)
        {
            squares += Math.Pow(random.NextNormal(), 2);
        }

        return random.NextNormal() / Math.Sqrt(squares / degrees);
    }

    /// <summary>Of a whole number of half degrees of freedom: mean 1, variance 1/shape.</summary>
    public static double Gamma(RandomStream random, int shape)
    {
        double product = 1;
        for (int i = 0; i < shape; i++)
        {
            product *= 1 - random.NextDouble();
        }

        return -Math.Log(product) / shape;
    }

    public static int Poisson(RandomStream random, double mean)
    {
        int count = 0;
        for (double left = -Math.Log(1 - random.NextDouble()); left < mean; left -= Math.Log(1 - random.NextDouble()))
        {
            count++;
        }

        return count;
    }
}
