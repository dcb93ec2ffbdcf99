using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Tests.Architecture;

public class LibraryTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Library = typeof(Incident).Assembly;

    [Theory]
    [InlineData("System.Console")]
    [InlineData("System.Net.")]
    [InlineData("System.Diagnostics.Process")]
    [InlineData("Spectre.Console")]
    [InlineData("System.CommandLine")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Microsoft.Extensions.")]
    public void The_library_knows_no_console_no_web_and_no_host(string unwanted)
    {
        var references = Library.GetReferencedAssemblies().Select(reference => reference.Name ?? "");
        Assert.DoesNotContain(references, name => name.StartsWith(unwanted, StringComparison.Ordinal));
    }

    [Fact]
    public void No_type_is_named_for_nothing()
    {
        string[] banned = ["Utils", "Util", "Utilities", "Helper", "Helpers", "Manager", "Common", "Misc", "Base", "Impl"];
        var named = Library.GetTypes()
            .Concat(typeof(PostmortemInsights.Cli.CommandLine).Assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("PostmortemInsights", StringComparison.Ordinal) == true)
            .Where(type => banned.Any(word => Plain(type.Name).EndsWith(word, StringComparison.Ordinal)));
        Assert.Empty(named);
    }

    [Fact]
    public void Public_types_cannot_be_changed_after_they_are_made()
    {
        var changeable = PublicTypes().SelectMany(Changeable);
        Assert.Empty(changeable);
    }

    [Fact]
    public void An_interface_has_several_implementations_or_is_the_contract_of_an_engine_behind_a_flag()
    {
        string[] contracts = ["ISearchEngine", "IClassifierTrainer"];
        var types = Library.GetTypes().Concat(typeof(LibraryTests).Assembly.GetTypes()).Where(type => type.IsClass || type.IsValueType).ToList();
        var lonely = Library.GetTypes()
            .Where(type => type.IsInterface && !contracts.Contains(type.Name) && types.Count(type.IsAssignableFrom) < 2);
        Assert.Empty(lonely);
    }

    private static IEnumerable<Type> PublicTypes() => Library.GetExportedTypes().Where(type => !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type));

    private static IEnumerable<string> Changeable(Type type)
    {
        foreach (var field in type.GetFields(Declared).Where(field => !field.IsInitOnly && !field.IsLiteral))
            yield return $"{type.FullName}.{field.Name} is a field that can be set";
        foreach (var property in type.GetProperties(Declared))
        {
            if (property.SetMethod is { IsPublic: true } setter && !IsInit(setter))
                yield return $"{type.FullName}.{property.Name} can be set";
            if (IsMutableCollection(property.PropertyType))
                yield return $"{type.FullName}.{property.Name} is a {property.PropertyType.Name}, which its users could change";
        }
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsMutableCollection(Type type) =>
        type.IsArray
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var generic
            && (generic == typeof(List<>) || generic == typeof(Dictionary<,>) || generic == typeof(HashSet<>)
                || generic == typeof(IList<>) || generic == typeof(IDictionary<,>)))
        || type == typeof(IList) || type == typeof(IDictionary);

    private static string Plain(string name) => name.Split('`')[0];
}
