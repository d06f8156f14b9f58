using System.Globalization;

namespace Lossary.Cli.Tests;

/// <summary>Small tables of known make, one for each task.</summary>
internal static class Samples
{
    private const int Rows = 60;

    /// <summary>y = 3x − z + 0.1 · noise, a residue of i² that repeats.</summary>
    public static string Regression => Build("x,z,y", i =>
        $"{Number(X(i))},{Number(Z(i))},{Number((3 * X(i)) - Z(i) + (0.1 * (i * i % 7)) + 0.05)}");

    /// <summary>0, 1, 2, …, more of them where x is large.</summary>
    public static string Counts => Build("x,z,y", i =>
        $"{Number(X(i))},{Number(Z(i))},{Math.Floor(Math.Exp(1.8 * X(i)) * (0.2 + (i * 7 % 10 * 0.1)))}");

    public static string Binary => Build("x,z,y", i =>
        $"{Number(X(i))},{Number(Z(i))},{(X(i) + (0.3 * (i % 3)) > 0.3 ? "yes" : "no")}");

    public static string MultiClass => Build("x,z,y", i =>
        $"{Number(X(i))},{Number(Z(i))},{(X(i) < -0.3 ? "low" : X(i) < 0.4 ? "mid" : "high")}");

    /// <summary>Twelve queries of five rows, graded 0 to 3 by x.</summary>
    public static string Search => Build("x,q,y", i => $"{Number(X(i))},q{i / 5},{Math.Floor(2 * (X(i) + 1))}");

    private static double X(int i) => (i * 37 % Rows / (Rows / 2.0)) - 1;

    private static double Z(int i) => (i * 23 % Rows / (Rows / 2.0)) - 1;

    private static string Build(string header, Func<int, string> row) =>
        header + "\n" + string.Join('\n', Enumerable.Range(0, Rows).Select(row)) + "\n";

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
