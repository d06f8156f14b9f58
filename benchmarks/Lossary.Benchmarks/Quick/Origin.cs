using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lossary.Benchmarks;

/// <summary>Where and when results were measured: the first line of every file of results.</summary>
/// <param name="Machine">The processor's name, as the system gives it, and its vectors.</param>
/// <param name="Cores">How many the process sees.</param>
/// <param name="Runtime">Such as .NET 10.0.12.</param>
/// <param name="Date">The day, in UTC.</param>
/// <param name="Command">What was run.</param>
internal sealed record Origin(string Machine, int Cores, string Runtime, string Date, string Command)
{
    public static Origin Of(string command) => new(
        $"{ProcessorName()}, {LaneBits()}-bit vectors",
        Environment.ProcessorCount,
        RuntimeInformation.FrameworkDescription,
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        command);

    private static int LaneBits() => Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128 : 64;

    /// <summary>Name, family and model on Linux: a virtual machine's name often tells no more than the maker.</summary>
    private static string ProcessorName()
    {
        const string Processors = "/proc/cpuinfo";
        if (!File.Exists(Processors))
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }

        string[] lines = File.ReadAllLines(Processors);
        return $"{Field(lines, "model name")} (family {Field(lines, "cpu family")}, model {Field(lines, "model")})";
    }

    private static string Field(string[] lines, string name) =>
        lines.FirstOrDefault(line => line.Split(':')[0].TrimEnd() == name)?.Split(':')[1].Trim() ?? "unknown";
}
