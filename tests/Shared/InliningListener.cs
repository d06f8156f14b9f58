using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Tracing;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lossary.Tests.Shared;

/// <summary>
/// Hears from the JIT which calls inside <c>HotLoop.Run</c>, and inside the functions it calls, it did not inline: a kernel that lost an inlining gives the
/// right numbers, many times slower, so no other test would notice.
/// </summary>
/// <remarks>
/// A kernel is compiled once in a process, so one listener starts before any test of the assembly and hears all of them.
/// A law test runs the kernels it cares for and asserts that <see cref="LostInlinings"/> is empty. Without SIMD
/// (<c>Vector256.IsHardwareAccelerated</c> false) the platform's own software fallbacks are calls; then nothing is to be judged.
/// Registers of 512 bits are not judged where they are emulated, nor are calls that only throw. A formula of several
/// numbers may be longer than the JIT's limit of 512 locals allows to be one method (the overlap of two boxes over
/// duals); it is then compiled as a few, which is no fault of the kernel. Other tests of the process compile such, too.
/// </remarks>
[SuppressMessage("Performance", "CA1812", Justification = "Made by the module initialiser below.")]
internal sealed class InliningListener : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords JitTracing = (EventKeywords)0x1000;

    /// <summary>What ends so is too long for a loop: meant to be a call, and judged as a kernel of its own.</summary>
    private const string LongFunction = "Call";

    /// <summary>The lane that formulas are printed by, which no kernel runs.</summary>
    private const string Symbol = "Lossary.Numerics.Symbol.";

    /// <summary>The remains of a sweep and the clearing of memory: meant to be calls.</summary>
    private static readonly string[] Remains = ["SumOfFirst", "LoadSlots", "StoreSlots", "Clear", "ClearWithoutReferences"];

    /// <summary>A loop too large to be inlined into another method: compiled on its own.</summary>
    private const string Tile = "Lossary.Numerics.ProductTile";

    private static readonly List<string> Lost = [];
    private static InliningListener? _listener;

    /// <summary>The calls that remained in kernels compiled so far, each as "type.method in caller: reason".</summary>
    /// <remarks>Waits a moment: events may arrive late.</remarks>
    public static IReadOnlyList<string> LostInlinings()
    {
        Thread.Sleep(300);
        lock (Lost)
        {
            return [.. Lost.Distinct()];
        }
    }

    /// <summary>
    /// Other tests of a process run kernels of losses over single numbers, too. Those may lose calls: they serve machines
    /// without SIMD only. What a wide kernel loses always names its lane or its sweep: one of the stores at its end is
    /// among it.
    /// </summary>
    public static bool IsOfWideLanes(string call) =>
        !call.Contains("InlineArrayAsReadOnlySpan", StringComparison.Ordinal)
        && !call.Contains("Scalar`1", StringComparison.Ordinal)
        && !call.StartsWith("Lossary.Numerics.Elementary.", StringComparison.Ordinal);

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Must listen before the first kernel is compiled, whichever test runs it.")]
    internal static void Listen() => _listener ??= new InliningListener();

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Runtime)
        {
            EnableEvents(eventSource, EventLevel.Verbose, JitTracing);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.Payload is not { Count: > 10 } payload
            || !eventData.EventName!.StartsWith("MethodJitInliningFailed", StringComparison.Ordinal))
        {
            return;
        }

        // Compiled method, inliner and inlinee, each as type, name, signature; then who is at fault and the reason.
        string compiled = $"{payload[1]}", name = $"{payload[7]}", inlinee = $"{payload[6]}.{name}", reason = $"{payload[10]}";
        string call = $"{inlinee} in {payload[3]}.{payload[4]}: {reason}";
        bool isKernel = $"{payload[0]}.{compiled}" == "Lossary.Numerics.HotLoop.Run" || IsLongFunction($"{payload[0]}.{compiled}")
            || $"{payload[0]}".StartsWith(Tile, StringComparison.Ordinal);
        bool isMeant = IsLongFunction(inlinee) || Remains.Contains(name) || reason is "does not return" or "too many locals";
        bool isEmulated = call.Contains("512", StringComparison.Ordinal) && !Vector512.IsHardwareAccelerated;
        bool isPrinted = call.Contains(Symbol, StringComparison.Ordinal);
        if (isKernel && !isMeant && !isEmulated && !isPrinted)
        {
            lock (Lost)
            {
                Lost.Add(call);
            }
        }
    }

    private static bool IsLongFunction(string name) =>
        name.StartsWith("Lossary.", StringComparison.Ordinal) && name.EndsWith(LongFunction, StringComparison.Ordinal);
}
