using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Lossary.Repository.Tests;

/// <summary>Prints the public and protected surface of an assembly, a line a member, in an order that does not change.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    public static string Print(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (Type type in assembly.GetExportedTypes().Where(IsSpeakable).OrderBy(Name, StringComparer.Ordinal))
        {
            text.Append(Heading(type)).Append('\n');
            foreach (string member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Heading(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => type.IsByRefLike ? "ref struct" : "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        IEnumerable<Type> parents = type.IsEnum || typeof(Delegate).IsAssignableFrom(type)
            ? []
            : type.GetInterfaces().Where(parent => parent.IsVisible);
        if (type is { IsValueType: false, BaseType: { } ancestor } && ancestor != typeof(object))
        {
            parents = parents.Append(ancestor);
        }

        string list = string.Join(", ", parents.Select(Name).Order(StringComparer.Ordinal));
        return list.Length == 0 ? $"{kind} {Name(type)}" : $"{kind} {Name(type)} : {list}";
    }

    private static IEnumerable<string> Members(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(name =>
            $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}")
        : type.GetMembers(Declared).Where(IsWritten).Select(Describe).OfType<string>();

    private static string? Describe(MemberInfo member) => member switch
    {
        FieldInfo field when IsOpen(field.Attributes & FieldAttributes.FieldAccessMask) =>
            (field.IsStatic ? "static " : "") + $"{Name(field.FieldType)} {field.Name}",
        PropertyInfo property when property.GetAccessors(true).Any(IsOpen) =>
            Prefix(property.GetAccessors(true)[0]) + $"{Name(property.PropertyType)} {property.Name}"
            + Parameters(property.GetIndexParameters(), '[', ']') + Accessors(property),
        EventInfo { AddMethod: { } add } happening when IsOpen(add) =>
            Prefix(add) + $"event {Name(happening.EventHandlerType!)} {happening.Name}",
        ConstructorInfo constructor when IsOpen(constructor) =>
            $"new{Parameters(constructor.GetParameters(), '(', ')')}",
        MethodInfo method when IsOpen(method) && !IsAccessor(method) =>
            Prefix(method) + $"{Name(method.ReturnType)} {method.Name}{Arguments(method.GetGenericArguments())}"
            + Parameters(method.GetParameters(), '(', ')'),
        _ => null,
    };

    private static string Accessors(PropertyInfo property)
    {
        string get = property.GetMethod is { } getter && IsOpen(getter) ? "get; " : "";
        string set = property.SetMethod is { } setter && IsOpen(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; "
            : "";
        return $" {{ {get}{set}}}";
    }

    private static string Parameters(ParameterInfo[] parameters, char open, char close) =>
        parameters.Length == 0 && open == '['
            ? ""
            : open + string.Join(", ", parameters.Select(Describe)) + close;

    private static string Describe(ParameterInfo parameter)
    {
        string direction = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ => "",
        };
        string value = parameter.HasDefaultValue
            ? $" = {Convert.ToString(parameter.RawDefaultValue, CultureInfo.InvariantCulture) ?? "null"}"
            : "";
        return $"{direction}{Name(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.HasElementType)
        {
            string suffix = type.IsArray ? $"[{new string(',', type.GetArrayRank() - 1)}]" : type.IsPointer ? "*" : "";
            return Name(type.GetElementType()!) + suffix;
        }

        string outer = type.IsNested ? Name(type.DeclaringType!) + "." : "";
        string[] parts = type.Name.Split('`');
        return outer + parts[0] + (parts.Length == 1 ? "" : Arguments(type.GetGenericArguments()));
    }

    private static string Arguments(Type[] types) =>
        types.Length == 0 ? "" : $"<{string.Join(", ", types.Select(Name))}>";

    private static string Prefix(MethodBase method) => method switch
    {
        { IsStatic: true, IsAbstract: true } => "static abstract ",
        { IsStatic: true, IsVirtual: true } => "static virtual ",
        { IsStatic: true } => "static ",
        { IsAbstract: true, DeclaringType.IsInterface: false } => "abstract ",
        { IsVirtual: true, IsFinal: false, DeclaringType.IsSealed: false, DeclaringType.IsInterface: false } =>
            "virtual ",
        _ => "",
    };

    private static bool IsOpen(MethodBase method) =>
        IsOpen((FieldAttributes)(method.Attributes & MethodAttributes.MemberAccessMask));

    // Methods and fields number their access alike.
    private static bool IsOpen(FieldAttributes access) =>
        access is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsWritten(MemberInfo member) =>
        IsSpeakable(member) && !member.IsDefined(typeof(CompilerGeneratedAttribute));

    // Extension blocks and local functions leave members with names that C# cannot say.
    private static bool IsSpeakable(MemberInfo member) => !member.Name.Contains('<', StringComparison.Ordinal);
}
